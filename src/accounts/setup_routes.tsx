import { Hono } from 'hono'
import { DistrictSetUpPage, LinksPage, PersonSetUpPage } from '../../views/accounts/setup.tsx'
import type { Ctx, Env } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { readPosted } from '../http/forms.ts'
import type { Posted } from '../http/forms.ts'
import { limiter } from '../http/limits.ts'
import { goTo, page } from '../http/respond.tsx'
import { urls } from '../http/urls.ts'
import type { Text } from '../law/words.ts'
import { roles } from '../procedures/roles.ts'
import { readTyped } from './forms.ts'
import { typedPassword, wrongWithNew } from './password_routes.tsx'
import { districtForm, firstPersonForm } from './setup_forms.ts'
import { purposeOf, setUpAdmin, setUpDistrict } from './setup.ts'
import type { Purpose } from './setup.ts'

const limit = limiter(60, 5 * 60)
type Errors = Readonly<Record<string, readonly Text[]>>

export const setup = new Hono<Env>()
  .get(urls.setup.pattern, async c => {
    await limit(c)
    const purpose = await purposeOf(c.get('store'), c.req.param('token'))
    return purpose ? setUpPage(c, purpose) : notFound(c)
  })
  .post(urls.setup.pattern, async c => {
    await limit(c)
    const purpose = await purposeOf(c.get('store'), c.req.param('token'))
    if (!purpose) return notFound(c)
    return purpose === 'district' ? furnish(c) : seat(c, purpose)
  })

const title = { zh: '开始使用', en: 'Set up' }

function setUpPage(c: Ctx, purpose: Purpose, sent?: { posted: Posted; errors: Errors }) {
  const shared = { action: c.req.path, typed: sent?.posted.typed ?? {}, errors: sent?.errors ?? {} }
  const body =
    purpose === 'district' ? (
      <DistrictSetUpPage {...shared} />
    ) : (
      <PersonSetUpPage {...shared} role={roles[purpose].title} />
    )
  return page(c, { title, status: sent ? 422 : 200 }, body)
}

async function furnish(c: Ctx) {
  const posted = await readPosted(c)
  const read = readTyped(districtForm, posted)
  const errors = { ...('errors' in read && read.errors), ...newPassword(posted) }
  if ('errors' in read || Object.keys(errors).length > 0) return setUpPage(c, 'district', { posted, errors })
  const asked = { ...read.ok, password: typedPassword(posted, 'password') }
  const changed = await setUpDistrict(c.get('store'), c.get('now'), c.req.param('token') ?? '', asked)
  if (changed.outcome === 'absent') return notFound(c)
  if (changed.outcome === 'invalid') return setUpPage(c, 'district', { posted, errors: changed.errors })
  const origin = c.get('publicUrl') ?? new URL(c.req.url).origin
  const links = (changed.links ?? []).flatMap(({ purpose, path }) =>
    purpose === 'district' ? [] : [{ role: roles[purpose].title, href: origin + path }],
  )
  return page(c, { title }, <LinksPage links={links} />)
}

async function seat(c: Ctx, purpose: Purpose) {
  const posted = await readPosted(c)
  const read = readTyped(firstPersonForm, posted)
  const errors = { ...('errors' in read && read.errors), ...newPassword(posted) }
  if ('errors' in read || Object.keys(errors).length > 0) return setUpPage(c, purpose, { posted, errors })
  const asked = { ...read.ok, password: typedPassword(posted, 'password') }
  const changed = await setUpAdmin(c.get('store'), c.get('now'), c.req.param('token') ?? '', asked)
  if (changed.outcome === 'absent') return notFound(c)
  return changed.outcome === 'done' ? goTo(c, urls.login()) : setUpPage(c, purpose, { posted, errors: changed.errors })
}

const newPassword = (posted: Posted) => wrongWithNew(posted, posted.typed['login']?.[0]?.trim() ?? '')
