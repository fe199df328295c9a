import { Hono } from 'hono'
import { OneTimePassword } from '../../views/accounts/one-time-password.tsx'
import { PeoplePage } from '../../views/accounts/people.tsx'
import { PersonPage } from '../../views/accounts/person.tsx'
import type { Ctx, Env } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { readPosted } from '../http/forms.ts'
import { urls, withQuery } from '../http/urls.ts'
import { roles } from '../procedures/roles.ts'
import type { Errors } from '../procedures/read_form.ts'
import { adminPage, afterChange, byOf } from './admin_page.tsx'
import { personChangeForm, personForm, readTyped } from './forms.ts'
import { rolesGivenBy } from './may.ts'
import { addPerson, changePerson, findManaged, resetPassword, unlock } from './people.ts'
import { rolesOf } from './person.ts'
import { listManagedOrgans, listPeople } from './queries.ts'

type Typed = Readonly<Record<string, readonly string[]>>

export const people = new Hono<Env>()
  .get(urls.adminPeople.pattern, c => peoplePage(c))
  .post(urls.adminPeople.pattern, async c => {
    const posted = await readPosted(c)
    const read = readTyped(personForm, posted)
    if ('errors' in read) return peoplePage(c, { typed: posted.typed, errors: read.errors })
    const { password, ...changed } = await addPerson(c.get('store'), byOf(c), read.ok)
    if (changed.outcome !== 'done' || password === undefined)
      return afterChange(c, changed, urls.adminPeople(), errors => peoplePage(c, { typed: posted.typed, errors }))
    return adminPage(
      c,
      title,
      <OneTimePassword name={read.ok.name} login={read.ok.login.toLowerCase()} password={password} />,
    )
  })
  .get(urls.adminPerson.pattern, c => personPage(c, c.req.param('person')))
  .post(urls.adminPerson.pattern, async c => {
    const person = c.req.param('person')
    const posted = await readPosted(c)
    const redraw = (errors: Errors) => personPage(c, person, { typed: posted.typed, errors })
    const read = readTyped(personChangeForm, posted)
    if ('errors' in read) return redraw(read.errors)
    const asked = { ...read.ok, active: read.ok.active === true }
    return afterChange(c, await changePerson(c.get('store'), byOf(c), person, asked), urls.adminPerson(person), redraw)
  })
  .post(urls.adminPersonPassword.pattern, async c => {
    const person = c.req.param('person')
    const { password, ...changed } = await resetPassword(c.get('store'), byOf(c), person)
    const row = await findManaged(c.get('store').db, byOf(c), person)
    if (changed.outcome !== 'done' || password === undefined || !row) return notFound(c)
    return adminPage(c, title, <OneTimePassword name={row.name} login={row.login} password={password} />)
  })
  .post(urls.adminPersonUnlock.pattern, async c => {
    const person = c.req.param('person')
    const changed = await unlock(c.get('store'), byOf(c), person)
    return afterChange(c, changed, urls.adminPerson(person), errors => personPage(c, person, { typed: {}, errors }))
  })

const title = { zh: '人员', en: 'People' }

async function peoplePage(c: Ctx, sent?: { typed: Typed; errors: Errors }) {
  const { actor, now } = byOf(c)
  const { reader } = c.get('store')
  const asked = { in: c.req.query('in'), q: c.req.query('q')?.trim().slice(0, 40) }
  const { rows, next } = await listPeople(reader, actor, { organ: asked.in, q: asked.q, after: c.req.query('after') })
  const given = rolesGivenBy(actor)
  const shared = { organs: await listManagedOrgans(reader, actor), roles: offered(given), now }
  const body = (
    <PeoplePage
      {...shared}
      asked={asked}
      rows={rows.map(row => ({
        ...row,
        titles: rolesOf(row).map(role => roles[role].title),
        isManaged: rolesOf(row).every(role => given.includes(role)),
      }))}
      next={next && withQuery(urls.adminPeople(), { ...asked, after: next })}
      typed={sent?.typed ?? {}}
      errors={sent?.errors ?? {}}
    />
  )
  return adminPage(c, title, body, sent ? 422 : 200)
}

async function personPage(c: Ctx, id: string, sent?: { typed: Typed; errors: Errors }) {
  const { actor, now } = byOf(c)
  const { db } = c.get('store')
  const person = await findManaged(db, { actor }, id)
  if (!person) return notFound(c)
  const credential = await db.selectFrom('credentials').selectAll().where('person', '=', id).executeTakeFirst()
  const isLocked = (credential?.locked_until ?? '') > now
  const kept: Typed = {
    name: [person.name],
    organ: [person.organ],
    roles: rolesOf(person),
    active: person.active === 1 ? ['yes'] : [],
  }
  const organs = await listManagedOrgans(db, actor)
  const form = { organs, roles: offered(rolesGivenBy(actor)), typed: sent?.typed ?? kept, errors: sent?.errors ?? {} }
  const name = { zh: person.name, en: person.name }
  return adminPage(c, name, <PersonPage {...{ person, isLocked }} {...form} />, sent ? 422 : 200)
}

const offered = (given: ReturnType<typeof rolesGivenBy>) =>
  given.map(role => ({ value: role, label: roles[role].title }))
