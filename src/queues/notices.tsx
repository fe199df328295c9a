import { Hono } from 'hono'
import { NoticesPage } from '../../views/queues/notices.tsx'
import type { Told } from '../../views/queues/notices.tsx'
import type { Actor } from '../accounts/actor.ts'
import { findOrgans } from '../accounts/organs.ts'
import { viewsOf } from '../cases/explain.ts'
import { readPlace, sayPlace } from '../cases/places.ts'
import { fill } from '../cases/sentences.ts'
import type { CaseView } from '../cases/view.ts'
import { visibleTo } from '../accounts/visible.ts'
import { readTitles } from '../cases/words.ts'
import type { Store } from '../db/open.ts'
import type { OutboxTable } from '../db/tables.ts'
import type { Env } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { readPosted } from '../http/forms.ts'
import { goTo, page } from '../http/respond.tsx'
import { urls, withQuery } from '../http/urls.ts'
import { listNotices, markRead } from '../notices/inbox.ts'

const SIZE = 50

/** What the log has to tell the actor's organ. */
export const notices = new Hono<Env>()
  .get(urls.notices.pattern, async c => {
    const { store, actor } = c.var
    if (!actor) return notFound(c)
    const place = readPlace(c.req.query('after'))
    const rows = await listNotices(store.reader, actor, place && { at: place.key, id: place.number }, SIZE + 1)
    const shown = rows.slice(0, SIZE)
    const last = rows.length > SIZE ? shown.at(-1) : undefined
    return page(
      c,
      { title: { zh: '消息', en: 'Notices' } },
      <NoticesPage
        notices={await tell(store, actor, shown)}
        first={place && urls.notices()}
        next={last && withQuery(urls.notices(), { after: sayPlace({ key: last.created_at, number: last.id }) })}
      />,
    )
  })

  .post(urls.notices.pattern, async c => {
    const { store, actor, now } = c.var
    if (!actor) return notFound(c)
    const { typed } = await readPosted(c)
    await markRead(store.db, actor, (typed['id'] ?? typed['shown'] ?? []).slice(0, SIZE), now)
    return goTo(c, urls.notices())
  })

/** Each message in words, with the case it is about. */
async function tell(store: Store, actor: Actor, rows: readonly OutboxTable[]): Promise<Told[]> {
  const numbers = [...new Set(rows.flatMap(row => row.case_number ?? []))]
  const cases =
    numbers.length === 0
      ? []
      : await store.reader
          .selectFrom('cases')
          .selectAll('cases')
          .where(visibleTo(actor))
          .where('number', 'in', numbers)
          .execute()
  const views = await viewsOf(store.reader, cases)
  const titles = await readTitles(store.reader, store.master, numbers)
  const names = await findOrgans(
    store.reader,
    cases.flatMap(row => [row.office, ...(row.lead === null ? [] : [row.lead])]),
  )
  return rows.flatMap(row => {
    const view = views.find(view => view.row.number === row.case_number)
    return view ? [said(row, view, titles.get(view.row.number), names)] : []
  })
}

function said(
  row: OutboxTable,
  view: CaseView,
  title: string | undefined,
  organs: Awaited<ReturnType<typeof findOrgans>>,
): Told {
  const spec = view.procedure.acts[row.notice]
  const params: { recipient?: string; deadline?: string } = JSON.parse(row.params)
  const told = Object.entries(spec?.tells ?? {}).find(([recipient]) => recipient === params.recipient)?.[1]
  const names = { office: organs.get(view.row.office), lead: organs.get(view.row.lead ?? '') }
  const due = new Map(view.deadlines.map(line => [line.deadline, line.due_on]))
  const term = view.procedure.deadlines[params.deadline ?? '']?.title
  const named = spec && term && { zh: `${spec.title.zh}：${term.zh}`, en: `${spec.title.en}: ${term.en}` }
  const text = told ?? named ?? spec?.title ?? { zh: '', en: '' }
  return {
    id: row.id,
    number: view.row.number,
    title: title ?? view.row.number,
    at: row.created_at,
    isRead: row.read_at !== null,
    text: fill(text, { names, due, spec, input: view.data.did[row.notice]?.input ?? {} }),
  }
}
