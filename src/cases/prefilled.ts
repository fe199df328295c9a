import type { Actor } from '../accounts/actor.ts'
import type { Store } from '../db/open.ts'
import type { Day } from '../law/day.ts'
import { personalRoles } from '../procedures/procedure.ts'
import type { Act } from '../procedures/procedure.ts'
import type { Field } from '../procedures/fields.ts'
import type { Typed } from '../../views/parts/act-form.tsx'
import { askedBy } from './act_form.ts'
import { loadCalendar } from './calendar.ts'
import { draftToPublish } from './draft_to_publish.ts'
import { latestDays } from './extension_checks.ts'
import { parametersOn } from './parameters.ts'
import { partFor, partsIn } from './parts.ts'
import type { CaseView } from './view.ts'
import { readTexts } from './words.ts'
import type { CaseText } from './words.ts'

/** Who fills it in, when, and in which part. */
type Asking = { actor?: Actor; today?: Day; part?: string | undefined }

/** What the case already says, so that nobody types it again: fields set before, a draft sent back, the words as they are. */
export async function prefilled(store: Store, view: CaseView, act: string, asking: Asking = {}): Promise<Typed> {
  const spec = view.procedure.acts[act]
  if (!spec) return {}
  return {
    ...fieldsSet(view, spec),
    ...everySigner(view, spec),
    ...(await wordsBefore(store, view, act, spec, asking)),
    ...(await latestOf(store, view, act, asking)),
    ...(await draftToPublish(store, view, spec)),
  }
}

/** What is to be corrected is never filled in beforehand: whatever is sent would be a correction. */
function fieldsSet({ data }: CaseView, spec: Act): Typed {
  const names = spec.corrects ? [] : askedBy(spec).filter(({ name }) => spec.sets?.includes(name))
  return Object.fromEntries(
    names.flatMap(({ name }) => {
      const value = data.set[name]
      return value === undefined || value === null ? [] : [[name, strings(value)] as const]
    }),
  )
}

/** Everyone who signed is to be answered; whoever was not is left out by hand. */
const everySigner = (view: CaseView, spec: Act): Typed =>
  Object.fromEntries(
    askedBy(spec).flatMap(({ name, field: { of } }) =>
      of?.roles.every(role => personalRoles.some(one => one === role))
        ? [[name, partsIn(view, of).map(({ id }) => id)] as const]
        : [],
    ),
  )

/** A draft as it was sent back, and what is to be revised as it stands. */
async function wordsBefore(store: Store, view: CaseView, act: string, spec: Act, asking: Asking): Promise<Typed> {
  const isDraft = Object.values(view.procedure.acts).some(({ issues }) => issues === act)
  const fields = askedBy(spec)
  const isRevision = fields.some(({ name }) => name === 'title')
  if (!isDraft && !isRevision) return {}
  const texts = await readTexts(store.reader, store.master, view.row.number)
  const last = lastDone(view, act, spec, asking)
  const before = isRevision ? texts : texts.filter(text => text.seq === last?.seq)
  const said = (name: string) => before.findLast(text => text.field === name)
  return Object.fromEntries(
    fields.flatMap(({ name, field }): (readonly [string, readonly string[]])[] => {
      if (field.kind === 'outcomes') return outcomeRows(name, said(name) ?? demandsIn(texts))
      const words = said(name)?.text
      if (words !== undefined) return [[name, [words]]]
      const logged = isDraft && kept.includes(field.kind) ? last?.input[name] : undefined
      return logged === undefined ? [] : [[name, strings(logged)]]
    }),
  )
}

/** The last time it was done: where it is done to a part, in that part and never in another organ's. */
function lastDone(view: CaseView, act: string, spec: Act, { actor, part }: Asking) {
  const { did } = view.data
  if (spec.on !== 'assignment' || !actor) return did[act]
  return did[`${act}@${partFor(view, actor, spec, part)?.id}`]
}

/** The longest day that may be given. */
async function latestOf({ reader }: Store, view: CaseView, act: string, asking: Asking): Promise<Typed> {
  const { today, actor } = asking
  const { procedure, row } = view
  if (today === undefined || !Object.values(procedure.deadlines).some(({ extend }) => extend?.by === act)) return {}
  const spec = procedure.acts[act]
  const part = actor && spec ? partFor(view, actor, spec, asking.part)?.id : asking.part
  const calendar = await loadCalendar(reader)
  const parameters = await parametersOn(reader, procedure, today, row.session)
  return Object.fromEntries(
    latestDays(view, act, { calendar, parameters, today }, part).map(({ field, latest }) => [field, [latest]]),
  )
}

const kept: readonly Field['kind'][] = ['choice', 'listed', 'day', 'organs']
const strings = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).map(String)

/** What the petitioner asked for when filing. */
const demandsIn = (texts: readonly CaseText[]) => texts.find(text => text.field === 'demands')

/** One row for each demand, with the outcome an earlier draft gave it. */
function outcomeRows(name: string, said: CaseText | undefined): (readonly [string, readonly string[]])[] {
  const lines: unknown = said ? JSON.parse(said.text) : []
  return (Array.isArray(lines) ? lines : []).flatMap((line: unknown, row) => {
    if (typeof line === 'string') return [[`${name}.${row}.demand`, [line]] as const]
    if (typeof line !== 'object' || line === null || !('demand' in line) || !('outcome' in line)) return []
    return [
      [`${name}.${row}.demand`, [String(line.demand)]] as const,
      [`${name}.${row}.outcome`, [String(line.outcome)]] as const,
    ]
  })
}
