import { Hono } from 'hono'
import { PasswordPage } from '../../views/accounts/password.tsx'
import type { Ctx, Env } from '../http/context.ts'
import { readPosted } from '../http/forms.ts'
import type { Posted } from '../http/forms.ts'
import { limiter } from '../http/limits.ts'
import { notFound } from '../http/errors.tsx'
import { goTo, page } from '../http/respond.tsx'
import { urls, withQuery } from '../http/urls.ts'
import type { Errors } from '../procedures/read_form.ts'
import { change, record } from './change.ts'
import { isOwnPassword, mustChangePassword, storePassword } from './credentials.ts'
import { hashPassword } from './password.ts'
import { problemWithPassword } from './password_rules.ts'
import { endSession, endSessionsOf, startSession } from './session.ts'

const limit = limiter(50, 5 * 60)

export const password = new Hono<Env>()
  .get(urls.password.pattern, c => passwordPage(c, {}, 200))
  .post(urls.password.pattern, async c => {
    const { actor, now, store } = c.var
    if (!actor) return notFound(c)
    await limit(c)
    const posted = await readPosted(c)
    const errors = await wrongWith(c, actor.id, posted)
    if (Object.keys(errors).length > 0) return passwordPage(c, errors, 422)
    const hash = await hashPassword(typedPassword(posted, 'password'))
    await change(store, async trx => {
      await storePassword(trx, actor.id, { hash, now, mustChange: false })
      await endSessionsOf(trx, actor.id)
      await record(trx, 'security', 'changePassword', { actor, now }, { person: actor.id })
    })
    await startSession(c, actor.id)
    return goTo(c, withQuery(urls.password(), { done: 'changed' }))
  })
  .post(urls.passwordSessions.pattern, async c => {
    const { actor, now, store } = c.var
    if (!actor) return notFound(c)
    await change(store, async trx => {
      await endSessionsOf(trx, actor.id)
      await record(trx, 'security', 'signOutEverywhere', { actor, now }, { person: actor.id })
    })
    await endSession(c)
    return goTo(c, urls.login())
  })

/** As typed: a password is never trimmed. */
export const typedPassword = (posted: Posted, name: string): string => posted.typed[name]?.[0] ?? ''

/** What is wrong with a new password typed twice. */
export function wrongWithNew(posted: Posted, login: string): Errors {
  const problem = problemWithPassword(typedPassword(posted, 'password'), login)
  const isSame = typedPassword(posted, 'password') === typedPassword(posted, 'again')
  return { ...(problem && { password: [problem] }), ...(!isSame && { again: [notTheSame] }) }
}

async function passwordPage(c: Ctx, errors: Errors, status: 200 | 422) {
  const { actor, store } = c.var
  const isFirst = actor !== null && (await mustChangePassword(store.db, actor.id))
  const isDone = c.req.query('done') === 'changed' && status === 200
  return page(c, { title, status }, <PasswordPage {...{ errors, isFirst, isDone }} />)
}

async function wrongWith(c: Ctx, person: string, posted: Posted): Promise<Errors> {
  const { db } = c.get('store')
  const row = await db.selectFrom('people').select('login').where('id', '=', person).executeTakeFirstOrThrow()
  const isOwn = await isOwnPassword(db, person, typedPassword(posted, 'current'))
  const isUnchanged = typedPassword(posted, 'current') === typedPassword(posted, 'password')
  return {
    ...wrongWithNew(posted, row.login),
    ...(!isOwn && { current: [notCurrent] }),
    ...(isOwn && isUnchanged && { password: [unchanged] }),
  }
}

const title = { zh: '修改密码', en: 'Password' }
const notTheSame = { zh: '两次输入的密码不一样，请重新输入', en: 'The two passwords differ; type them again' }
const notCurrent = { zh: '现在的密码不对，请重新输入', en: 'That is not your present password; type it again' }
const unchanged = { zh: '新密码须和现在的不同', en: 'The new password must differ from the present one' }
