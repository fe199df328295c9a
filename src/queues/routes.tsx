import { Hono } from 'hono'
import { QueuePage } from '../../views/queues/queue.tsx'
import type { Asked } from '../../views/queues/search-form.tsx'
import type { Actor } from '../accounts/actor.ts'
import { startsFor } from '../cases/starts.ts'
import { isOfPerson } from '../cases/search.ts'
import type { Ctx, Env } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { readPosted, typedOne } from '../http/forms.ts'
import { goTo, page } from '../http/respond.tsx'
import { urls, withQuery } from '../http/urls.ts'
import { dayOf } from '../law/day.ts'
import { actNamed } from '../procedures/procedure.ts'
import { editions } from '../procedures/registry.ts'
import { addressOf, askedBy, choicesOf, hintOn } from './asked.ts'
import { intake } from './intake.tsx'
import { notices } from './notices.tsx'
import { pageSize, queues, soonFrom } from './queues.ts'
import type { Queue, Question } from './queues.ts'
import { describeRows } from './rows.ts'

export const routes = new Hono<Env>()
  .get(urls.queues.pattern, c => drawQueue(c, firstFor(c.var.actor)))
  .route('/', intake)
  .route('/', notices)
  .post(urls.queue('all'), find)
  .get(urls.queue.pattern, c => drawQueue(c, c.req.param('queue')))

const firstFor = (actor: Actor | null): string =>
  Object.entries(queues).find(([, queue]) => actor && queue.isFor(actor) && !queue.isSeldom)?.[0] ?? ''

/** Words lead to an address, which can be kept; who is looked for as a person is answered at once, in no address. */
async function find(c: Ctx): Promise<Response> {
  const { store, actor } = c.var
  const posted = await readPosted(c)
  const asked = askedBy(name => (name === 'q' ? posted.typed[name]?.[0] : typedOne(posted, name)))
  if (!actor || !queues['all']?.isFor(actor)) return notFound(c)
  if (!(await isOfPerson(store, actor, asked.q))) return goTo(c, addressOf(asked, null))
  return drawQueue(c, 'all', { asked, person: asked.q })
}

async function drawQueue(c: Ctx, name: string, sought?: { asked: Asked; person: string }): Promise<Response> {
  const { store, actor, now } = c.var
  const queue = Object.hasOwn(queues, name) ? queues[name] : undefined
  if (!actor || !queue?.isFor(actor)) return notFound(c)
  const today = dayOf(now)
  const asked = sought?.asked ?? askedBy(name => c.req.query(name))
  const filter = { ...asked, person: sought?.person, today }
  const question = { store, actor, today, soon: await soonFrom(store, today), filter }
  const after = sought ? null : (c.req.query('after') ?? null)
  const { rows, next } = await queue.list(question, after)
  const here = (place: string | null) =>
    name === 'all' ? addressOf(asked, place) : withQuery(urls.queue(name), { after: place })
  return page(
    c,
    { title: queue.title, wide: true },
    <QueuePage
      title={queue.title}
      tabs={await tabsFor(question, queue)}
      rows={await describeRows(store, rows, { actor, today, about: queue.about, due: queue.due?.(question) })}
      today={today}
      empty={next === null || sought ? queue.empty : notYet}
      first={after === null ? undefined : here(null)}
      next={next === null || sought ? undefined : here(next)}
      cut={next === null || !sought ? undefined : rows.length < pageSize ? notFurther : onlyNewest}
      isMine={queue === queues['mine']}
      isOfParts={queue.about !== undefined}
      left={titleOf(c.req.query('left') ?? '')}
      starts={await startsFor(store.reader, actor, today)}
      finds={queues['all']?.isFor(actor) === true}
      search={name === 'all' ? { asked, choices: await choicesOf(store), hint: hintOn(asked.q) } : undefined}
    />,
  )
}

/** The act by which the reader has just lost sight of a case. */
const titleOf = (act: string) => editions.flatMap(edition => actNamed(edition, act)?.title ?? [])[0]

/** Counts say no more than the page can keep its promise on: past 999 they say so. */
async function tabsFor(question: Question, current: Queue) {
  const mine = Object.entries(queues).filter(([, queue]) => queue.isFor(question.actor))
  const counted = await Promise.all(
    mine.map(async ([name, queue]) => ({ name, queue, count: await queue.count?.(question) })),
  )
  return counted
    .filter(({ queue, count }) => !queue.isSeldom || queue === current || count !== 0)
    .map(({ name, queue, count }) => ({
      href: urls.queue(name),
      text: sayCount(queue, count),
      current: queue === current,
    }))
}

const sayCount = ({ title, counted }: Queue, count: number | undefined) => {
  if (count === undefined) return title
  const said = count > 999 ? '999+' : String(count)
  return counted
    ? { zh: `${title.zh}（${counted.zh} ${said}）`, en: `${title.en} (${counted.en}: ${said})` }
    : { zh: `${title.zh} ${said}`, en: `${title.en} ${said}` }
}

const notYet = {
  zh: '这一段里没有，下一页接着往前找',
  en: 'None in this stretch; the next page goes on',
}

const notFurther = {
  zh: '只找了较近的案件，更早的没有找',
  en: 'Only the newer cases were looked through',
}

const onlyNewest = {
  zh: `只列最近${pageSize}件`,
  en: `Only the newest ${pageSize} are listed`,
}
