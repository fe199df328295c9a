import { Hono } from 'hono'
import { OrganPage, OrgansPage } from '../../views/accounts/organs.tsx'
import type { Ctx, Env } from '../http/context.ts'
import { notFound } from '../http/errors.tsx'
import { readPosted } from '../http/forms.ts'
import { urls } from '../http/urls.ts'
import { dayOf } from '../law/day.ts'
import { fields } from '../procedures/fields.ts'
import type { Errors } from '../procedures/read_form.ts'
import { adminPage, afterChange, byOf } from './admin_page.tsx'
import { moveForm, organForm, powerForm, readTyped, renameForm } from './forms.ts'
import { addOrgan, closeOrgan, empowerOrgan, moveOrgan, renameOrgan } from './organ_changes.ts'
import { hasPower, hasPowerByLaw, organKinds } from './organ_kinds.ts'
import { listManagedOrgans } from './queries.ts'

type Sent = { typed: Readonly<Record<string, readonly string[]>>; errors: Errors }

export const organs = new Hono<Env>()
  .get(urls.adminOrgans.pattern, c => organsPage(c))
  .post(urls.adminOrgans.pattern, async c => {
    const { typed, ...posted } = await readPosted(c)
    const read = readTyped(organForm, { typed, ...posted })
    if ('errors' in read) return organsPage(c, { typed, errors: read.errors })
    const changed = await addOrgan(c.get('store'), byOf(c), read.ok)
    return afterChange(c, changed, urls.adminOrgans(), errors => organsPage(c, { typed, errors }))
  })
  .get(urls.adminOrgan.pattern, c => organPage(c, c.req.param('organ')))
  .post(urls.adminOrganName.pattern, async c => {
    const organ = c.req.param('organ')
    const { typed, ...posted } = await readPosted(c)
    const redraw = (errors: Errors) => organPage(c, organ, { typed, errors })
    const read = readTyped(renameForm, { typed, ...posted })
    if ('errors' in read) return redraw(read.errors)
    return afterChange(c, await renameOrgan(c.get('store'), byOf(c), organ, read.ok), urls.adminOrgan(organ), redraw)
  })
  .post(urls.adminOrganPlace.pattern, async c => {
    const organ = c.req.param('organ')
    const { typed, ...posted } = await readPosted(c)
    const redraw = (errors: Errors) => organPage(c, organ, { typed, errors })
    const read = readTyped(moveForm, { typed, ...posted })
    if ('errors' in read) return redraw(read.errors)
    const changed = await moveOrgan(c.get('store'), byOf(c), organ, read.ok.parent)
    return afterChange(c, changed, urls.adminOrgan(organ), redraw)
  })
  .post(urls.adminOrganPower.pattern, async c => {
    const organ = c.req.param('organ')
    const { typed, ...posted } = await readPosted(c)
    const redraw = (errors: Errors) => organPage(c, organ, { typed, errors })
    const read = readTyped(powerForm, { typed, ...posted })
    if ('errors' in read) return redraw(read.errors)
    const { takes, source } = read.ok
    const changed = await empowerOrgan(c.get('store'), byOf(c), organ, { takes: takes === 'yes', source })
    return afterChange(c, changed, urls.adminOrgan(organ), redraw)
  })
  .post(urls.adminOrganClose.pattern, async c => {
    const organ = c.req.param('organ')
    const changed = await closeOrgan(c.get('store'), byOf(c), organ)
    return afterChange(c, changed, urls.adminOrgans(), errors => organPage(c, organ, { typed: {}, errors }))
  })

const kinds = Object.entries(organKinds).map(([value, label]) => ({ value, label }))

const powers = Object.entries(fields.get(powerForm.shape.takes)?.options ?? {}).map(([value, label]) => ({
  value,
  label,
}))

async function organsPage(c: Ctx, sent?: Sent) {
  const rows = await listManagedOrgans(c.get('store').db, byOf(c).actor)
  const titled = rows.map(row => ({ ...row, title: kinds.find(({ value }) => value === row.kind)?.label ?? row.kind }))
  const form = sent ?? { typed: {}, errors: {} }
  return adminPage(
    c,
    { zh: '单位', en: 'Organs' },
    <OrgansPage rows={titled} kinds={kinds} {...form} />,
    sent ? 422 : 200,
  )
}

async function organPage(c: Ctx, id: string, sent?: Sent) {
  const { actor, now } = byOf(c)
  const { db } = c.get('store')
  const rows = await listManagedOrgans(db, actor)
  const organ = rows.find(row => row.id === id)
  if (!organ) return notFound(c)
  const names = await db
    .selectFrom('organ_names')
    .selectAll()
    .where('organ', '=', id)
    .orderBy('from_day', 'desc')
    .execute()
  const takes = hasPower(organ) ? 'yes' : 'no'
  const kept = { zh: [organ.zh], en: [organ.en], from: [dayOf(now)], parent: [organ.parent ?? ''], takes: [takes] }
  const form = { typed: { ...kept, ...sent?.typed }, errors: sent?.errors ?? {} }
  return adminPage(
    c,
    organ,
    <OrganPage
      {...{ organ, names, organs: rows, power: { isByLaw: hasPowerByLaw(organ), options: powers } }}
      {...form}
    />,
    sent ? 422 : 200,
  )
}
