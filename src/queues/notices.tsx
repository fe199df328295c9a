import { Hono } from 'hono'
import { NoticesPage } from '../../views/queues/notices.tsx'
import { worksOnCases } from '../accounts/visible.ts'
import { readPlace, sayPlace } from '../cases/places.ts'
import type { Env } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { readPosted } from '../http/forms.ts'
import { goTo, page } from '../http/respond.tsx'
import { urls, withQuery } from '../http/urls.ts'
import { listNotices, markRead } from '../notices/inbox.ts'
import { tell } from './notice_words.ts'

const SIZE = 50

/** What the log has to tell the actor and the actor's organ. */
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
        isShared={worksOnCases(actor)}
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
