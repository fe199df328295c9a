import { Hono } from 'hono'
import { etag } from 'hono/etag'
import { listSessions, sessionalProcedures } from '../accounts/terms.ts'
import { readTexts, readTitles } from '../cases/words.ts'
import type { CaseData } from '../cases/view.ts'
import type { Ctx, Env } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { page } from '../http/respond.tsx'
import { urls } from '../http/urls.ts'
import { dayOf } from '../law/day.ts'
import { PublishedAnswerPage } from '../../views/portal/published-answer.tsx'
import { PublishedPage } from '../../views/portal/published.tsx'
import { describePublished } from './published_lines.ts'
import { findPublished, listPublished } from './published_queries.ts'

/** `/published`: answers that went through review, for anyone; nothing of a case but what was published is read. */
export const published = new Hono<Env>()
  .use(urls.published.pattern, etag())
  .use(urls.publishedAnswer.pattern, etag())

  .get(urls.published.pattern, async c => {
    const { reader, master } = c.get('store')
    const [sessions, kinds] = [await listSessions(reader), sessionalProcedures()]
    const session = sessions.find(({ id }) => id === c.req.query('session'))
    const kind = kinds.find(({ id }) => id === (session?.procedure ?? c.req.query('kind')))
    const asked = { procedure: kind?.id, session: session?.id, after: c.req.query('after') }
    const { rows, next } = await listPublished(reader, asked)
    const numbers = rows.map(({ number }) => number)
    const titles = await readTitles(reader, master, numbers, 'publishedTitle')
    const lines = (await describePublished(reader, rows, dayOf(c.get('now')))).map((line, i) => ({
      ...line,
      title: titles.get(numbers[i] ?? ''),
    }))
    return mayBeKept(
      c,
      await page(
        c,
        { title: { zh: '公开的答复', en: 'Published answers' } },
        <PublishedPage
          lines={lines.flatMap(line => (line.title === undefined ? [] : [{ ...line, title: line.title }]))}
          kinds={kinds.map(({ id, title }) => ({ id, title, isChosen: id === kind?.id }))}
          sessions={sessions
            .filter(({ procedure }) => !kind || procedure === kind.id)
            .map(({ id, zh, en }) => ({ value: id, label: { zh, en } }))}
          {...{ kind: kind?.id, session: session?.id, next }}
        />,
      ),
    )
  })

  .get(urls.publishedAnswer.pattern, async c => {
    const { reader, master } = c.get('store')
    const row = await findPublished(reader, c.req.param('number'))
    const [line] = await describePublished(reader, row ? [row] : [], dayOf(c.get('now')))
    if (!row || !line) return notFound(c)
    const { did }: CaseData = JSON.parse(row.data)
    const texts = (await readTexts(reader, master, row.number)).filter(({ seq }) => seq === did['publish']?.seq)
    const [title, text] = ['publishedTitle', 'publishedText'].map(
      name => texts.find(({ field }) => field === name)?.text,
    )
    if (title === undefined || text === undefined) return notFound(c)
    return mayBeKept(c, await page(c, { title }, <PublishedAnswerPage {...{ line, title, text }} />))
  })

/** Kept by whoever likes, but asked for again each time: what is taken down is gone at once. */
function mayBeKept(c: Ctx, answer: Response): Response {
  answer.headers.set('Cache-Control', c.req.header('cookie') === undefined ? 'public, no-cache' : 'private, no-cache')
  return answer
}
