import type { Db } from '../db/dialect.ts'
import type { EventTable } from '../db/tables.ts'
import { dayOf } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import type { Act, Procedure } from '../procedures/procedure.ts'
import { editions } from '../procedures/registry.ts'

/** Why a figure reads differently now. */
export type Why = keyof typeof whys

// prettier-ignore
export const whys = {
  reopened:     { zh: '恢复办理', en: 'reopened' },
  redone:       { zh: '撤销重办', en: 'redone' },
  reclassified: { zh: '重新分类', en: 'classified anew' },
  classified:   { zh: '登记分类', en: 'classified' },
  corrected:    { zh: '更正',     en: 'corrected' },
  linked:       { zh: '关联',     en: 'linked' },
  unlinked:     { zh: '取消关联', en: 'unlinked' },
  imported:     { zh: '导入',     en: 'imported' },
  recordedLate: { zh: '迟录',     en: 'recorded late' },
  otherwise:    { zh: '其他',     en: 'otherwise' },
} satisfies Record<string, Text>

export type Reason = { act: string; title: Text; why: Why; recorded_at: string }

type Recorded = Pick<EventTable, 'act' | 'origin' | 'occurred_on' | 'recorded_at'>

/** The acts of these cases recorded between the instants, by `number seq`, each with what it was to the figures. */
export async function reasonsIn(
  db: Db,
  cases: readonly { number: string; procedure: string }[],
  after: string,
  through: string,
  batch = 500,
): Promise<Map<string, Reason>> {
  const reasons = new Map<string, Reason>()
  for (let i = 0; i < cases.length; i += batch) {
    const some = new Map(cases.slice(i, i + batch).map(({ number, procedure }) => [`case:${number}`, procedure]))
    const events = await db
      .selectFrom('events')
      .select(['stream', 'seq', 'act', 'origin', 'occurred_on', 'recorded_at'])
      .where('stream', 'in', [...some.keys()])
      .where('recorded_at', '>', after)
      .where('recorded_at', '<=', through)
      .execute()
    for (const { stream, seq, ...event } of events)
      reasons.set(`${stream.slice('case:'.length)} ${seq}`, reasonOf(some.get(stream) ?? '', event))
  }
  return reasons
}

function reasonOf(procedure: string, event: Recorded): Reason {
  const { act, recorded_at } = event
  const found = editions.find(({ id, acts }) => id === procedure && act in acts)
  const spec = found?.acts[act]
  return {
    act,
    title: spec?.title ?? { zh: act, en: act },
    why: found && spec ? whyOf(found, spec, event) : 'otherwise',
    recorded_at,
  }
}

function whyOf(procedure: Procedure, spec: Act, { origin, occurred_on, recorded_at }: Recorded): Why {
  if (origin === 'import') return 'imported'
  if (spec.corrects) return 'corrected'
  if (spec.counts) return spec.counts.sign === 1 ? 'linked' : 'unlinked'
  if (spec.voids && spec.sets?.includes('kind')) return 'reclassified'
  if (spec.voids) return oneOrMore(spec.from).every(state => isFinal(procedure, state)) ? 'reopened' : 'redone'
  if (occurred_on < dayOf(recorded_at)) return 'recordedLate'
  return spec.sets?.some(field => field === 'kind' || field === 'category' || field === 'place')
    ? 'classified'
    : 'otherwise'
}

function isFinal({ states }: Procedure, state: string): boolean {
  const found = states[state]
  return found !== undefined && 'final' in found
}
