import type { Actor } from '../accounts/actor.ts'
import { sessionOn } from '../accounts/terms.ts'
import type { Db } from '../db/dialect.ts'
import type { Store } from '../db/open.ts'
import { dayOf } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { actNamed } from '../procedures/procedure.ts'
import type { Act } from '../procedures/procedure.ts'
import { readForm } from '../procedures/read_form.ts'
import type { Errors } from '../procedures/read_form.ts'
import { procedureOn } from '../procedures/registry.ts'
import { loadCalendar } from './calendar.ts'
import { checkClass } from './class_check.ts'
import { checkCorrection } from './correct_checks.ts'
import { decide } from './decide.ts'
import { checkExtension } from './extension_checks.ts'
import type { Because } from './decide.ts'
import { checkFiles } from './files.ts'
import type { Upload } from './files.ts'
import { actUnderRule, givenTo } from './form_of.ts'
import { followsTooEarly } from './follows.ts'
import { checkGivenDays } from './given_day.ts'
import { checkGives, givesOf, givesToMany, leadAmong } from './gives.ts'
import { checkDay } from './legal_day.ts'
import { checkListed, withMeanings } from './listed.ts'
import { checkMotionDay } from './motion_days.ts'
import { checkNamedParts } from './named_parts_check.ts'
import { newNumber, newQueryCode, nextInSeries, noSession } from './numbers.ts'
import { parametersOn } from './parameters.ts'
import { partOf, partsFor } from './parts.ts'
import { mayTake, needsPower, noPower } from './powers.ts'
import { checkPublish } from './publish_checks.ts'
import { noReceiver, receiverField, receiverFor } from './receivers.ts'
import { record } from './record.ts'
import {
  accusedOrgans,
  checkReferences,
  isAccused,
  mayOpen,
  neverToTheAccused,
  noOfficeIsFree,
  notTaken,
  officeFor,
  organsByName,
} from './resolve.ts'
import { readsAsSigner } from './sight.ts'
import { factsOf, findCase } from './view.ts'
import { checkWindows } from './window_checks.ts'
import type { CaseView } from './view.ts'

export type Performance = {
  /** An existing case, or a new one. */
  on: { number: string } | { procedure: string; channel: string; number?: string }
  act: string
  actor: Actor
  now: string
  input?: Readonly<Record<string, unknown>>
  /** The version the actor saw; an act that moves the case, gives a part or a code is refused when it is stale. */
  version?: number | undefined
  /** The part that is meant, where there are several to choose from. */
  part?: string | undefined
  occurredOn?: Day | undefined
  lateReason?: string | undefined
  uploads?: readonly Upload[]
}

export type Outcome =
  | { outcome: 'done'; number: string; version: number; queryCode?: string }
  | { outcome: 'absent' }
  | { outcome: 'refused'; because: Because }
  | { outcome: 'invalid'; errors: Errors }
  | { outcome: 'overtaken'; version: number; by: { act: Text; on: Day; isSelf: boolean } }

/** The one write path. Whatever happens to a case happens here, in one transaction. */
export const perform = (store: Store, asked: Performance): Promise<Outcome> =>
  inTransaction(store, trx => attempt(store, trx, asked))

/** The work on one snapshot, so that what was read is what is built upon; done again where another writer got in between. */
export async function inTransaction<T>(store: Store, work: (trx: Db) => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await store.db.transaction().setIsolationLevel('repeatable read').execute(work)
    } catch (error) {
      const isPassing = store.dialect.isDuplicate(error) || store.dialect.isPassing(error)
      if (!isPassing || tries === 20) throw error
      await new Promise(resolve => setTimeout(resolve, Math.random() * 10 * tries))
    }
  }
}

/** The same within a transaction that is already open. */
export async function attempt(store: Store, trx: Db, asked: Performance): Promise<Outcome> {
  const { act, actor, now } = asked
  const today = dayOf(now)
  const on = asked.occurredOn ?? today
  const opening = 'procedure' in asked.on ? asked.on : undefined
  const view = 'procedure' in asked.on ? null : ((await findCase(trx, actor, asked.on.number)) ?? null)
  if (!view && !opening) return { outcome: 'absent' }
  const procedure = view?.procedure ?? procedureOn(opening?.procedure ?? '', on)
  const named = actNamed(procedure, act)
  if (!named) return { outcome: 'absent' }
  const spec = await actUnderRule(trx, named, view)
  if (view && isStale(asked, view, spec)) return overtaken(view, actor)

  const decision = decide({ procedure, view, act, actor, today, on, part: asked.part })
  if (!decision.allowed) return { outcome: 'refused', because: decision.because }
  if (opening && !(await mayOpen(trx, procedure, actor, decision.role)))
    return { outcome: 'refused', because: notTaken }
  const channel = view?.row.channel ?? opening?.channel ?? ''
  const read = readForm(spec.form, { ...asked.input, ...givenTo(spec, channel, view) })
  if ('errors' in read) return { outcome: 'invalid', errors: read.errors }
  const calendar = await loadCalendar(trx)
  const parameters = await parametersOn(trx, procedure, on, view?.row.session)
  const rules = view?.rules ?? parameters
  const form = withMeanings(procedure, rules, spec, await organsByName(trx, spec, read.ok))
  const part = partOf(view, actor, spec, asked.part)
  const isSpread = givesToMany(spec)
  const gives = isSpread
    ? await givesOf(trx, spec, form, view ? factsOf(view, today, on, part) : undefined, actor)
    : undefined
  const { organ, person } = gives ? { organ: leadAmong(spec, gives) } : await receiverFor(trx, spec, form, view, actor)
  const errors = {
    ...checkDay({ view, act, spec, part, on, today, calendar, parameters, lateReason: asked.lateReason }),
    ...(view && checkMotionDay({ view, act, spec, part, on, today })),
    ...(view && isOneOfSeveral(view, actor, spec, asked.part) && { part: [chooseWhich] }),
    ...checkGivenDays(procedure, act, form, on, today),
    ...(view && checkClass(spec, form, view)),
    ...checkWindows(procedure, act, on, { calendar, parameters, today }),
    ...(await checkFiles(trx, view?.row.number, asked.uploads ?? [])),
    ...checkListed(procedure, rules, spec, form),
    ...(view && checkNamedParts(spec, form, factsOf(view, today, on, part))),
    ...(view && checkExtension(view, act, form, { calendar, parameters, today }, part)),
    ...(view && (await checkPublish(trx, store.master, spec, form, view))),
    ...(isSpread && (await checkGives(trx, spec, form, view, actor))),
    ...(spec.assigns && !isSpread && organ === null && { [receiverField(spec)]: [noReceiver(spec)] }),
    ...(spec.corrects && view && (await checkCorrection(trx, form, view, { calendar, parameters, today }))),
    ...(await checkReferences(store, trx, form, spec, view, actor)),
  }
  if (Object.keys(errors).length > 0) return { outcome: 'invalid', errors }

  const accused = accusedOrgans(form, spec)
  const office = await officeFor(trx, procedure, actor, view, accused)
  if (office === null) return { outcome: 'refused', because: noOfficeIsFree }
  const receivers = gives?.map(({ organ }) => organ) ?? (organ === null ? [] : [organ])
  const walled = [...accused, ...(view?.data.walls.organs ?? [])]
  const areForbidden = await Promise.all(receivers.map(organ => isAccused(trx, organ, walled)))
  if (areForbidden.includes(true)) return { outcome: 'refused', because: neverToTheAccused }
  if (organ !== null && !(await mayTake(trx, organ, needsPower(spec, view))))
    return { outcome: 'refused', because: noPower }
  const tooEarly = view && (await followsTooEarly(trx, spec, view))
  if (tooEarly) return { outcome: 'refused', because: tooEarly }
  const batch = spec.submits ? await sessionOn(trx, procedure.id, on) : undefined
  if (spec.submits && !batch) return { outcome: 'refused', because: noSession }
  const numbered = spec.numbers && view ? await nextInSeries(trx, view) : undefined
  const number = view?.row.number ?? opening?.number ?? newNumber(procedure.prefix, on)
  const version = await record(store, trx, {
    asked,
    procedure,
    spec,
    view,
    form,
    number,
    office,
    organ,
    person,
    gives,
    session: batch?.id,
    numbered,
    on,
    today,
    calendar,
    parameters,
  })
  const isTracked = view ? spec.renewsCode === true : procedure.office === 'petition-office'
  const queryCode = isTracked ? await newQueryCode(trx, store.master, number, now) : undefined
  return { outcome: 'done', number, version, ...(queryCode !== undefined && { queryCode }) }
}

/** Must nothing have happened since it was drawn? What is done to a part is judged by the part's own state. */
const needsVersion = ({ on, to, assigns, renewsCode }: Act): boolean =>
  on !== 'assignment' && (to !== 'same' || assigns !== undefined || renewsCode === true)

const isStale = (asked: Performance, view: CaseView, spec: Act) =>
  needsVersion(spec) && asked.version !== undefined && asked.version !== view.row.version

const isOneOfSeveral = (view: CaseView, actor: Actor, spec: Act, part: string | undefined) =>
  spec.on === 'assignment' && partsFor(view, actor, spec, part).length > 1

const chooseWhich: Text = { zh: '这样的有几份，请选择是哪一份', en: 'There are several of these; choose which' }

function overtaken(view: CaseView, actor: Actor): Outcome {
  const [act, last] = Object.entries(view.data.did).find(([, { seq }]) => seq === view.row.version) ?? []
  const spec = act === undefined ? undefined : view.procedure.acts[act]
  const isHidden = spec?.inner === true && readsAsSigner(view, actor)
  const title = spec && !isHidden ? spec.title : { zh: '另一步', en: 'another act' }
  return {
    outcome: 'overtaken',
    version: view.row.version,
    by: { act: title, on: last?.on ?? '', isSelf: last?.by === actor.id },
  }
}
