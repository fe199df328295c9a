import type { Actor } from '../accounts/actor.ts'
import type { Db } from '../db/dialect.ts'
import type { Text } from '../law/words.ts'
import type { CaseFacts } from '../procedures/facts.ts'
import { answeringRoles, oneOrMore, personalRoles } from '../procedures/procedure.ts'
import type { Act, Assigns, PartRole, Procedure } from '../procedures/procedure.ts'
import { fieldsOf } from '../procedures/read_form.ts'
import type { Errors, Parted } from '../procedures/read_form.ts'
import { allHandle, handlesNothing } from './handling_organs.ts'
import { listWhoMaySign } from './may_sign.ts'
import type { Given } from './parts.ts'
import type { CaseView } from './view.ts'

/** Does the act give parts to more than the one organ its form names? */
export const givesToMany = ({ assigns }: Act): boolean =>
  oneOrMore(assigns ?? []).some(({ to, when, if: given, unless }) => isSpread(to) || when || given || unless)

const isSpread = (to: Assigns['to']) => to === 'self' || to === 'handlers' || typeof to === 'object'

/** Everyone an act gives a part: the organs or people each line names, where the line applies. */
export async function givesOf(
  trx: Db,
  spec: Act,
  { log }: Parted,
  facts: CaseFacts | undefined,
  actor: Actor,
): Promise<Given[]> {
  const filled = { ...issuedBy(spec, facts), ...log }
  const people = fieldsOf(spec.form).flatMap(({ name, field }) => (field.kind === 'people' ? listOf(log[name]) : []))
  return givesNamed(spec, filled, facts, actor, await organsOf(trx, people.map(String)))
}

/** What was filled in for the words an act issues. */
const issuedBy = ({ issues }: Act, facts: CaseFacts | undefined): Parted['log'] =>
  facts?.did[`${issues}@${facts.part?.id}`]?.input ?? {}

/** The same where it is known where people sit. Pure. */
export function givesNamed(
  spec: Act,
  log: Parted['log'],
  facts: CaseFacts | undefined,
  actor: Actor,
  organs: ReadonlyMap<string, string>,
): Given[] {
  const lines = oneOrMore(spec.assigns ?? []).map((line, of) => ({ ...line, of }))
  const meant = lines.filter(
    line =>
      (line.if === undefined || isFilled(log[line.if])) &&
      (line.unless === undefined || !isFilled(log[line.unless])) &&
      (line.when === undefined || (facts !== undefined && line.when.holds(facts, actor))),
  )
  return meant.flatMap(line => {
    if (line.to === 'self') return ownPart(line, actor)
    if (line.to === 'handlers') return answeringOrgans(facts).map(organ => ({ of: line.of, organ }))
    const named = namedBy(line, log)
    if (!isOfPeople(line)) return named.map(organ => ({ of: line.of, organ }))
    return named.map(person => ({ of: line.of, organ: organs.get(person) ?? '', person }))
  })
}

type Line = Assigns & { of: number }

const isOfPeople = ({ role }: Pick<Assigns, 'role'>) => personalRoles.includes(role)

const namedBy = ({ to }: Assigns, log: Parted['log']): string[] =>
  listOf(log[typeof to === 'object' ? to.field : 'organ']).map(String)

const answeringOrgans = (facts: CaseFacts | undefined): string[] =>
  (facts?.assignments ?? [])
    .filter(({ role, isOpen }) => isOpen && answeringRoles.some(one => one === role))
    .map(({ organ }) => organ)

const ownPart = (line: Line, { id, organ }: Actor): Given[] =>
  organ === null ? [] : [{ of: line.of, organ, ...(isOfPeople(line) && { person: id }) }]

async function organsOf(trx: Db, people: readonly string[]): Promise<Map<string, string>> {
  if (people.length === 0) return new Map()
  const rows = await trx.selectFrom('people').select(['id', 'organ']).where('id', 'in', people).execute()
  return new Map(rows.map(row => [row.id, row.organ]))
}

/** The organ that leads from now on, where one is among them. */
export function leadAmong(spec: Act, gives: readonly Given[]): string | null {
  const lines = oneOrMore(spec.assigns ?? [])
  const leads = gives.find(({ of }) => lines[of]?.role === 'lead' || lines[of]?.role === 'sole')
  return leads?.organ ?? null
}

/** Nobody is given two parts, and only people who may sign are asked to. */
export async function checkGives(
  trx: Db,
  spec: Act,
  { log }: Parted,
  view: CaseView | null,
  actor: Actor,
): Promise<Errors> {
  const taken = (view?.assignments ?? []).filter(part => part.is_open === 1)
  const errors: Errors = {}
  const seen: string[] = taken
    .filter(({ role }) => answeringRoles.includes(role) || role === 'co-handler')
    .map(({ organ }) => organ)
  for (const { name, field } of fieldsOf(spec.form)) {
    const named = listOf(log[name]).map(String)
    const isGiven = oneOrMore(spec.assigns ?? []).some(line => namedBy(line, { [name]: [name] }).includes(name))
    if (!isGiven || named.length === 0) continue
    if (field.kind === 'people' && !(view && (await maySign(trx, view.procedure, named, spec, actor, taken))))
      errors[name] = [notASigner]
    if (field.kind !== 'people' && field.kind !== 'parts') {
      const barred = seen.filter(organ => !isGivenInstead(spec, name, taken, organ))
      if (named.some((organ, i) => barred.includes(organ) || named.indexOf(organ) !== i)) errors[name] = [twice]
      if (!(await allHandle(trx, named, view))) errors[name] = [handlesNothing]
      seen.push(...named)
    }
  }
  return errors
}

/** Does the field give the organ a part in place of the only one it has? */
function isGivenInstead(spec: Act, name: string, taken: CaseView['assignments'], organ: string): boolean {
  const had = taken.filter(part => part.organ === organ && !isOfPeople(part)).map(({ role }) => role)
  const lines = oneOrMore(spec.assigns ?? []).filter(line => namedBy(line, { [name]: [name] }).includes(name))
  return lines.some(
    ({ insteadOf }) => insteadOf !== undefined && had.includes(insteadOf.role) && !had.some(isAnswering),
  )
}

const isAnswering = (role: PartRole) => answeringRoles.includes(role)

async function maySign(
  trx: Db,
  procedure: Procedure,
  named: readonly string[],
  { by }: Act,
  actor: Actor,
  taken: readonly { person: string | null }[],
): Promise<boolean> {
  if (named.includes(actor.id) || new Set(named).size < named.length) return false
  if (taken.some(({ person }) => person !== null && named.includes(person))) return false
  const known = await listWhoMaySign(trx, procedure, oneOrMore(by))
  return named.every(id => known.some(person => person.id === id))
}

const isFilled = (value: unknown) => (Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '')
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])

const twice: Text = {
  zh: '这个单位已经选过或者已经承办本件，请不要重复',
  en: 'This organ is chosen already, or has a part in the matter; choose each once',
}
const notASigner: Text = {
  zh: '请从名单中选择还没有被邀请的联名人，不要选自己',
  en: 'Choose people from the list who are not asked yet, and not yourself',
}
