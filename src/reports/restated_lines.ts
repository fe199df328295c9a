import type { Actor } from '../accounts/actor.ts'
import { nameThen, organsThen } from '../accounts/organs_then.ts'
import type { Db } from '../db/dialect.ts'
import { dayOf } from '../law/day.ts'
import type { Day } from '../law/day.ts'
import type { Lang, Text } from '../law/words.ts'
import { said } from './counted_through.ts'
import { heads } from './breakdown.ts'
import type { Reading } from './draw_here.ts'
import { metricsIn } from './drawing.ts'
import { namesOf } from './names.ts'
import type { Move } from './restated_moves.ts'
import { sidesOf } from './restated_sides.ts'
import { restatementsIn } from './restated.ts'
import type { Restating } from './restated.ts'
import { whys } from './restated_why.ts'
import type { Why } from './restated_why.ts'

/**
 * `changes` are so many more or fewer, each under every side of a figure it counts in; `moved` is from which row of a
 * table to which, in those sides, and adds nothing; `organ` is named as of then.
 */
export type RestatedLine = {
  number: string
  organ: { id: string; name: Text } | null
  changes: { title: Text; sides: string[]; n: number }[]
  moved: { dimension: Move['dimension']; title: Text; from: string | null; to: string | null; sides: string[] }[]
  act: string
  title: Text
  why: Why
  reason: Text
  recorded: Day
}

/** Waits for writers that began before the instant, then reads everything from one state of the database. */
export async function linesRestated(store: Reading, actor: Actor | null, asked: Restating): Promise<RestatedLine[]> {
  await store.dialect.settle(store.db, asked.against)
  return store.reader
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async db => {
      const found = await restatementsIn(db, actor, asked)
      const { drawing, against } = asked
      const organs = await organsThen(db, against)
      const nameOf = (id: string): Text => {
        const { zh, en } = nameThen(organs.get(id), drawing.cut.through) ?? { zh: id, en: id }
        return { zh, en }
      }
      const sides = sidesOf(metricsIn(drawing))
      const titleOf = await moveNames(
        db,
        found.flatMap(({ moves }) => moves),
        { through: drawing.cut.through, asOf: against },
      )
      return found.map(({ number, organ, changes, moves, reason }) => ({
        number,
        organ: organ === null ? null : { id: organ, name: nameOf(organ) },
        changes: sides.flatMap(({ cohort, ...said }) => {
          const n = changes.get(cohort) ?? 0
          return n === 0 ? [] : [{ ...said, n }]
        }),
        moved: moves.map(({ dimension, from, to, cohorts }) => ({
          ...{ dimension, title: titleOf({ dimension, from, to }), from, to },
          sides: sides.flatMap(({ cohort, sides }) => (cohorts.includes(cohort) ? sides : [])),
        })),
        ...{ act: reason.act, title: reason.title, why: reason.why, reason: whys[reason.why] },
        recorded: dayOf(reason.recorded_at),
      }))
    })
}

/** Says a move in the words of the table: 内容分类：住房 → 道路. */
async function moveNames(
  db: Db,
  moves: readonly Move[],
  known: { through: Day; asOf: string },
): Promise<(move: Pick<Move, 'dimension' | 'from' | 'to'>) => Text> {
  const names = new Map<string, Text>()
  for (const dimension of said) {
    const keys = moves.flatMap(move => (move.dimension === dimension ? [move.from, move.to] : []))
    if (keys.length === 0) continue
    for (const [key, { name }] of await namesOf(db, dimension, keys, known)) names.set(`${dimension} ${key}`, name)
  }
  return ({ dimension, from, to }) => {
    const nameOf = (key: string | null, lang: Lang) => names.get(`${dimension} ${key}`)?.[lang] ?? key ?? ''
    return {
      zh: `${heads[dimension].zh}：${nameOf(from, 'zh')} → ${nameOf(to, 'zh')}`,
      en: `${heads[dimension].en}: ${nameOf(from, 'en')} → ${nameOf(to, 'en')}`,
    }
  }
}
