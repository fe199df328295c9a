import { Hono } from 'hono'
import { SignInPage } from '../../views/accounts/sign_in.tsx'
import { worksOnCases } from './visible.ts'
import { guards } from '../http/guards.ts'
import type { Env } from '../http/context.ts'
import { readPosted, typedOne } from '../http/forms.ts'
import { limiter } from '../http/limits.ts'
import { localPath } from '../http/preferences.ts'
import { goTo, page } from '../http/respond.tsx'
import { urls } from '../http/urls.ts'
import { isPrintable } from '../procedures/fields.ts'
import { change, record } from './change.ts'
import type { Actor } from './actor.ts'
import { endSession, startSession } from './session.ts'
import { checkSignIn, failuresAllowed, minutesLocked } from './sign_in.ts'

const limit = limiter(100, 5 * 60)

export const signIn = new Hono<Env>()
  .get(urls.login.pattern, c => {
    const back = localPath(c.req.query('back'), '')
    return page(c, { title }, <SignInPage back={back} />)
  })
  .post(urls.login.pattern, async c => {
    await limit(c)
    const posted = await readPosted(c)
    const login = (typedOne(posted, 'login') ?? '').toLowerCase()
    const known = isPrintable(login) ? login : ''
    const back = localPath(typedOne(posted, 'back'), '')
    const password = posted.typed['password']?.[0] ?? ''
    const actor = await checkSignIn(c.get('store'), {
      login: known,
      password,
      address: c.get('address'),
      now: c.get('now'),
    })
    if (!actor) return page(c, { title, status: 422 }, <SignInPage {...{ back, login, error: wrong }} />)
    await startSession(c, actor.id)
    return goTo(c, back || startOf(actor))
  })
  .post(urls.logout.pattern, async c => {
    const { actor, now, store } = c.var
    await endSession(c)
    if (actor) await change(store, trx => record(trx, 'security', 'signOut', { actor, now }, { person: actor.id }))
    return goTo(c, urls.home())
  })

const title = { zh: '工作人员登录', en: 'Sign in' }

/** One answer for a wrong password, an unknown login and a locked account: none can be told from another. */
const wrong = {
  zh: `登录名或者密码不对。连续输错${failuresAllowed}次，账号锁定${minutesLocked}分钟；忘记密码请找本单位管理员重置`,
  en: `The login or the password is wrong. After ${failuresAllowed} wrong tries an account is locked for ${minutesLocked} minutes; if you forgot the password, ask your unit’s administrator to reset it`,
}

/** Where a person's work begins. */
function startOf(actor: Actor): string {
  if (worksOnCases(actor)) return urls.queues()
  if (guards.reports(actor)) return urls.overview()
  return guards.admin(actor) ? urls.admin() : urls.home()
}
