import type { Actor } from '../accounts/actor.ts'
import { commonAbove, findOrgans, isBelowOrSame, organAbove } from '../accounts/organs.ts'
import type { Db } from '../db/dialect.ts'
import type { Text } from '../law/words.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Act } from '../procedures/procedure.ts'
import type { Parted } from '../procedures/read_form.ts'
import { noSuchLeader } from './check_fields.ts'
import { noSuchOrgan } from './resolve.ts'
import type { CaseView } from './view.ts'

/** The organ an act brings in, and the leader where it is one's own matter. */
export type Receiver = { organ: string | null; person?: string }

/** Whom an act gives a part: the organ chosen, the lead, a leader, the common superior, or for a review the one above. */
export async function receiverFor(
  trx: Db,
  spec: Act,
  form: Parted,
  view: CaseView | null,
  actor: Actor,
): Promise<Receiver> {
  const [assigns] = oneOrMore(spec.assigns ?? [])
  if (!assigns) return { organ: null }
  if (assigns.role === 'reviewer') return { organ: view && (await reviewerAbove(trx, view)) }
  switch (assigns.to) {
    case 'superior':
      return { organ: await freeFrom(trx, await commonAbove(trx, listOf(form.log['organs'])), view) }
    case 'leader':
      return leaderNamed(trx, form, actor)
    case 'lead':
      return { organ: view?.row.lead ?? view?.row.office ?? null, person: actor.id }
    default:
      return { organ: wordOf(form.log['organ']) }
  }
}

/** Where it is said that there is nobody to give it to, and what. */
export const receiverField = (spec: Act): string => missing(spec).field

export const noReceiver = (spec: Act): Text => missing(spec).says

function missing(spec: Act): { field: string; says: Text } {
  const [assigns] = oneOrMore(spec.assigns ?? [])
  if (assigns?.role === 'reviewer') return { field: 'reason', says: nobodyAbove }
  if (assigns?.to === 'superior') return { field: 'organs', says: noCommonSuperior }
  if (assigns?.to === 'leader') return { field: 'leader', says: noSuchLeader }
  return { field: 'organ', says: noSuchOrgan }
}

const nobodyAbove: Text = {
  zh: '没有可以复查（复核）的上一级机关，请向信访工作联席会议报告',
  en: 'No organ above may review it; report it to the joint conference on petition work',
}

const noCommonSuperior: Text = {
  zh: '这些单位没有共同的上级机关，请提交信访工作联席会议决定（第二十四条）',
  en: 'These organs have no common superior; bring it to the joint conference on petition work (art. 24)',
}

/** One level above who reviews it, or else who answered it. */
async function reviewerAbove(trx: Db, view: CaseView): Promise<string | null> {
  const reviewer = view.assignments.findLast(part => part.role === 'reviewer' && part.is_open === 1)
  const below = reviewer?.organ ?? view.row.lead
  return below === null ? null : freeFrom(trx, await organAbove(trx, below), view)
}

/** The organ, or the first above it that may know of the matter. */
async function freeFrom(trx: Db, organ: string | null, view: CaseView | null): Promise<string | null> {
  const walled = view?.data.walls.organs ?? []
  return organ !== null && (await isWalled(trx, organ, walled))
    ? freeFrom(trx, await organAbove(trx, organ), view)
    : organ
}

async function isWalled(trx: Db, organ: string, walled: readonly string[]): Promise<boolean> {
  const row = (await findOrgans(trx, [organ])).get(organ)
  return row !== undefined && walled.some(id => isBelowOrSame(row, id))
}

/** The leader named, or whoever takes it on. */
async function leaderNamed(trx: Db, form: Parted, actor: Actor): Promise<Receiver> {
  const id = wordOf(form.log['leader'])
  if (id === null) return actor.roles.includes('leader') ? { organ: actor.organ, person: actor.id } : { organ: null }
  const person = await trx.selectFrom('people').select(['id', 'organ']).where('id', '=', id).executeTakeFirst()
  return person ? { organ: person.organ, person: person.id } : { organ: null }
}

const wordOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
