import { Hono } from 'hono'
import { QueuePage } from '../../views/queues/queue.tsx'
import type { Asked, Choices } from '../../views/queues/queue.tsx'
import type { Actor } from '../accounts/actor.ts'
import { grams } from '../cases/grams.ts'
import { listChoices } from '../cases/act_form.ts'
import type { Ctx, Env } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { page } from '../http/respond.tsx'
import { urls, withQuery } from '../http/urls.ts'
import { dayOf } from '../law/day.ts'
import { editions } from '../procedures/registry.ts'
import { intake, startsFor } from './intake.tsx'
import { notices } from './notices.tsx'
import { queues, soonFrom } from './queues.ts'
import type { Queue, Question } from './queues.ts'
import { describeRows } from './rows.ts'

export const routes = new Hono<Env>()
  .get(urls.queues.pattern, c => drawQueue(c, firstFor(c.var.actor)))
  .route('/', intake)
  .route('/', notices)
  .get(urls.queue.pattern, c => drawQueue(c, c.req.param('queue')))

const firstFor = (actor: Actor | null): string =>
  Object.entries(queues).find(([, queue]) => actor && queue.isFor(actor))?.[0] ?? ''

async function drawQueue(c: Ctx, name: string): Promise<Response> {
  const { store, actor, now } = c.var
  const queue = Object.hasOwn(queues, name) ? queues[name] : undefined
  if (!actor || !queue?.isFor(actor)) return notFound(c)
  const today = dayOf(now)
  const asked = askedIn(c)
  const filter = { ...asked, today }
  const question = { store, actor, today, soon: await soonFrom(store, today), filter }
  const after = c.req.query('after') ?? null
  const { rows, next } = await queue.list(question, after)
  const here = (place: string | null) => withQuery(urls.queue(name), { ...plain(asked, name), after: place })
  return page(
    c,
    { title: queue.title, wide: true },
    <QueuePage
      title={queue.title}
      tabs={await tabsFor(question, queue)}
      rows={await describeRows(store, rows, today)}
      today={today}
      empty={next === null ? queue.empty : notYet}
      first={after === null ? undefined : here(null)}
      next={next === null ? undefined : here(next)}
      isMine={queue === queues['mine']}
      canFile={startsFor(actor, today).length > 0}
      search={name === 'all' ? { asked, choices: await choicesOf(question), hint: hintOn(asked.q) } : undefined}
    />,
  )
}

/** Counts say no more than the page can keep its promise on: past 999 they say so. */
async function tabsFor(question: Question, current: Queue) {
  const mine = Object.entries(queues).filter(([, queue]) => queue.isFor(question.actor))
  const counted = await Promise.all(
    mine.map(async ([name, queue]) => ({ name, queue, count: await queue.count?.(question) })),
  )
  return counted
    .filter(({ queue, count, name }) => name !== 'parts' || queue === current || count !== 0)
    .map(({ name, queue, count }) => ({
      href: urls.queue(name),
      text: sayCount(queue.title, count),
      current: queue === current,
    }))
}

const sayCount = (title: Queue['title'], count: number | undefined) => {
  const said = count === undefined ? '' : count > 999 ? ' 999+' : ` ${count}`
  return { zh: title.zh + said, en: title.en + said }
}

const askedIn = (c: Ctx): Asked => ({
  q: (c.req.query('q') ?? '').trim().slice(0, 100),
  state: c.req.query('state') ?? '',
  procedure: c.req.query('procedure') ?? '',
  organ: c.req.query('organ') ?? '',
  overdue: c.req.query('overdue') === 'true',
})

const plain = (asked: Asked, name: string) =>
  name === 'all' ? { ...asked, overdue: asked.overdue ? 'true' : undefined } : {}

async function choicesOf({ store }: Question): Promise<Choices> {
  const states = editions.flatMap(({ states }) => Object.entries(states))
  const { organs } = await listChoices(store)
  return {
    states: [...new Map(states).entries()].map(([value, { title }]) => ({ value, label: title })),
    procedures: [...new Map(editions.map(({ id, title }) => [id, title]))].map(([value, label]) => ({ value, label })),
    organs,
  }
}

/** One Chinese character alone is not indexed: better said than a list that looks empty. */
const hintOn = (q: string) =>
  grams(q).some(gram => /^\p{Script=Han}$/u.test(gram))
    ? {
        zh: '单独一个字查不到内容，请输入两个字以上',
        en: 'One character alone is not found in texts; enter two or more',
      }
    : undefined

const notYet = {
  zh: '这一段里没有，下一页接着往前找',
  en: 'None in this stretch; the next page goes on',
}
