import { Hono } from 'hono'
import { listFiles } from '../cases/files.ts'
import { sayNext } from '../cases/sentences.ts'
import type { Ctx, Env } from '../http/context.ts'
import { readPosted, typedOne } from '../http/forms.ts'
import type { Posted } from '../http/forms.ts'
import { limiter } from '../http/limits.ts'
import { goTo, page } from '../http/respond.tsx'
import { urls } from '../http/urls.ts'
import { dayOf } from '../law/day.ts'
import type { Procedure } from '../procedures/procedure.ts'
import type { Errors } from '../procedures/read_form.ts'
import { SignInPage } from '../../views/portal/sign-in.tsx'
import { TrackedPage } from '../../views/portal/tracked.tsx'
import { sayDeadlines } from './deadlines.ts'
import { readNotices } from './notices.ts'
import { theirActs } from './their_acts.ts'
import { theirFiles } from './their_files.ts'
import { questionIn, tellTheirs } from './their_story.ts'
import { resumeAct, trackActs } from './track_acts.tsx'
import { keepOpen, leave, signIn, trackedCase } from './tracking.ts'

const tries = limiter(60, 600)

/** `/track`: number and code open one case for half an hour. */
export const track = new Hono<Env>()
  .get(urls.track.pattern, async c => {
    const tracked = await trackedCase(c)
    if (!tracked) return drawSignIn(c, {})
    await keepOpen(c, tracked.view.row.number)
    return drawTracked(c, tracked)
  })

  .post(urls.track.pattern, async c => {
    const posted = await readPosted(c)
    if (typedOne(posted, 'leave')) {
      leave(c)
      return goTo(c, urls.track())
    }
    await tries(c)
    const isEmpty = !typedOne(posted, 'number')?.trim() || !typedOne(posted, 'code')?.trim()
    if (isEmpty) return drawSignIn(c, posted.typed, empty, 422)
    const opened = await signIn(c, typedOne(posted, 'number') ?? '', typedOne(posted, 'code') ?? '')
    if ('problem' in opened) {
      return drawSignIn(c, posted.typed, problems[opened.problem], opened.problem === 'tooMany' ? 429 : 422)
    }
    return typedOne(posted, 'act') ? resumeAct(c, opened.opened, posted) : goTo(c, urls.track())
  })

  .route('/', trackActs(drawExpired))

/** The half hour passed while something was being written: it is kept through the sign-in. */
function drawExpired(c: Ctx, posted: Posted): Promise<Response> {
  return drawSignIn(c, { ...posted.typed, act: [c.req.param('act') ?? ''] }, expired, 422)
}

function drawSignIn(c: Ctx, typed: Posted['typed'], errors: Errors = {}, status: 200 | 422 | 429 = 200) {
  const { number, code, ...kept } = typed
  const title = { zh: '查询进度', en: 'Track a matter' }
  return page(c, { title, status }, <SignInPage {...{ title, errors, kept }} number={number?.[0]} />)
}

async function drawTracked(c: Ctx, { view, actor }: NonNullable<Awaited<ReturnType<typeof trackedCase>>>) {
  const store = c.get('store')
  const today = dayOf(c.get('now'))
  const { row, procedure } = view
  const isOpen = row.restricted === 0
  const steps = await tellTheirs(store, view)
  const files = isOpen ? theirFiles(view, steps, await listFiles(store.reader, store.master, row.number)) : []
  const state = procedure.states[row.state]?.title ?? { zh: row.state, en: row.state }
  const [next, deadlines, notices] = await Promise.all([
    isOpen ? sayNext(store, view) : undefined,
    sayDeadlines(store, view, today),
    readNotices(store, view, steps, c.get('now')),
  ])
  const acts = theirActs(view, actor, today)
  const isAsked = acts.some(({ act, decision }) => act === 'reply' && decision.allowed)
  const done = doneIn(procedure, c.req.query('done'))
  const title = { zh: `${procedure.title.zh} ${row.number}`, en: `${procedure.title.en} ${row.number}` }
  return page(
    c,
    { title },
    <TrackedPage
      {...{ title, row, state, next, steps, files, deadlines, notices, acts, isOpen, done, today }}
      question={isAsked ? questionIn(steps) : undefined}
    />,
  )
}

const doneIn = ({ acts }: Procedure, act = '') => (Object.hasOwn(acts, act) ? acts[act]?.title : undefined)

const empty: Errors = {
  '': [{ zh: '请填写编号和查询码，都在回执上', en: 'Enter the number and the query code; both are on your receipt' }],
}

const problems = {
  wrong: {
    '': [
      {
        zh: '编号或者查询码不对，请对照回执重新填写',
        en: 'The number or the query code is not right; check them against your receipt',
      },
    ],
  },
  tooMany: {
    '': [{ zh: '这个编号尝试次数太多，请一小时后再试', en: 'Too many tries for this number; try again in an hour' }],
  },
} satisfies Record<string, Errors>

const expired: Errors = {
  '': [
    {
      zh: '查询已经超过30分钟。您填写的内容还在，请重新输入编号和查询码后继续',
      en: 'Your half hour is over. What you typed is kept: enter number and query code to go on',
    },
  ],
}
