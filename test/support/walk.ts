import { petitionerOf, system, visitor } from '../../src/accounts/actor.ts'
import type { Actor } from '../../src/accounts/actor.ts'
import { decide } from '../../src/cases/decide.ts'
import { perform } from '../../src/cases/perform.ts'
import type { Outcome, Performance } from '../../src/cases/perform.ts'
import { findCase } from '../../src/cases/view.ts'
import type { CaseView } from '../../src/cases/view.ts'
import type { Store } from '../../src/db/open.ts'
import { dayOf, instantOf, sayInstant } from '../../src/law/day.ts'
import type { Field } from '../../src/procedures/fields.ts'
import { fieldsOf } from '../../src/procedures/read_form.ts'
import { cast } from './cast.ts'

export type Random = () => number

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export const pick = <T>(random: Random, from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)]

/** Files a petition as people do, mostly appeals by the petition procedure. */
export const filing = (random: Random, now: string): Performance => ({
  on: { procedure: 'petition', channel: pick(random, ['online', 'letter', 'phone', 'visit']) ?? 'online' },
  act: 'submit',
  actor: visitor,
  now,
  input: {
    kind: pick(random, ['appeal', 'appeal', 'appeal', 'appeal', 'suggestion', 'accusation']),
    title: `${sentence(random)}的问题`,
    body: Array.from({ length: 6 }, () => sentence(random)).join('，'),
    demands: [sentence(random), sentence(random)],
    petitioner: '王芳',
    phone: '13800000012',
    address: '望江区和平街1号',
  },
})

export type Move = { act: string; actor: Actor }

/** What someone could do next with this case, by the procedure alone. */
export function movesOf(view: CaseView, now: string): Move[] {
  const today = dayOf(now)
  const actors = [...Object.values(cast), petitionerOf(view.row.number)]
  return Object.keys(view.procedure.acts).flatMap(act => {
    const able = actors.filter(
      actor => decide({ procedure: view.procedure, view, act, actor, today, on: today }).allowed && !ends.includes(act),
    )
    return able.slice(0, 2).map(actor => ({ act, actor }))
  })
}

/** Ways out of the road that would end most walks at once; taken one time in ten. */
const ends = ['lapse', 'recalculate', 'pullFile', 'wall']
const rare = 'withdraw refuse declineAgain redirect object addMaterial ask reply extend linkRepeat unlinkRepeat'.split(
  ' ',
)

/** One act on this case, drawn among those open. Refused and invalid ones are part of life. */
export async function step(
  store: Store,
  number: string,
  now: string,
  random: Random,
  known: readonly string[] = [],
): Promise<Outcome | undefined> {
  const view = await findCase(store.db, system, number)
  const moves = view ? movesOf(view, now).filter(({ act }) => !rare.includes(act) || random() < 0.1) : []
  const move = pick(random, moves)
  const spec = move && view?.procedure.acts[move.act]
  if (!view || !move || !spec) return undefined
  const input = inputFor(random, fieldsOf(spec.form), view, known)
  return perform(store, { on: { number }, ...move, now, input, version: view.row.version })
}

/** Values such as people give, for a form that is not known beforehand. */
export function inputFor(
  random: Random,
  asked: ReturnType<typeof fieldsOf>,
  view: CaseView,
  known: readonly string[],
): Record<string, unknown> {
  return Object.fromEntries(
    asked
      .filter(({ isRequired, name }) => isRequired || always.includes(name) || random() < 0.3)
      .map(({ name, field }) => [name, name === 'kind' ? view.row.kind : valueOf(random, name, field, known)]),
  )
}

const always = ['route', 'secondFact', 'reason']

function valueOf(random: Random, name: string, field: Field, known: readonly string[]): unknown {
  const options = Object.keys(field.options ?? {})
  switch (field.kind) {
    case 'choice':
      return name === 'route' ? pick(random, ['6', '6', '6', '5', '1']) : pick(random, options)
    case 'choices':
      return options.slice(0, 1)
    case 'organ':
      return pick(random, ['housing', 'housing', 'discipline', 'police'])
    case 'organs':
      return name === 'organs' ? ['police', 'housing'] : ['police']
    case 'case':
      return pick(random, known) ?? sentence(random)
    case 'count':
      return 1 + Math.floor(random() * 5)
    case 'flag':
      return true
    case 'list':
      return [sentence(random)]
    case 'outcomes':
      return [{ demand: sentence(random), outcome: options[0] }]
    case 'tel':
      return '13800000012'
    case 'id':
      return '11010519491231002X'
    case 'fact':
      return '0012'
    case 'day':
      return '2026-01-05'
    case 'category':
      return 'housing'
    default:
      return sentence(random)
  }
}

const phrases =
  '楼顶 漏水 物业 不修 拖欠 工资 噪声 扰民 道路 破损 停车 困难 供暖 不热 征收 补偿 学区 划分 医保 报销'.split(' ')
const sentence = (random: Random) => Array.from({ length: 4 }, () => pick(random, phrases) ?? '').join('')

/** A district at work: cases are filed and moved on, hours pass. The same seed tells the same story. */
export async function walk(
  store: Store,
  { seed, cases, steps, from }: { seed: number; cases: number; steps: number; from: string },
): Promise<{ numbers: string[]; done: number; now: string }> {
  const random = randomFrom(seed)
  const numbers: string[] = []
  let now = from
  let done = 0
  for (let i = 0; i < cases; i++) {
    const filed = await perform(store, filing(random, now))
    if (filed.outcome === 'done') numbers.push(filed.number)
  }
  for (let i = 0; i < steps; i++) {
    now = sayInstant(instantOf(now).add({ minutes: Math.floor(random() * 600) }))
    const number = pick(random, numbers)
    const outcome = number && (await step(store, number, now, random, numbers))
    if (outcome && outcome.outcome === 'done') done++
  }
  return { numbers, done, now }
}
