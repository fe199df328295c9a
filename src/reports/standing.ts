import type { Db } from '../db/dialect.ts'
import { cohorts } from './cohorts.ts'
import { holdingOf, sumHeld, wordOf } from './held.ts'
import type { Held } from './held.ts'
import { numbersAsked } from './listed_cases.ts'
import type { Question } from './rows.ts'
import { linesOf } from './touched.ts'

const open = { name: 'open', means: cohorts.open } as const

/** Who had what stood open, case by case. */
export async function holdersIn(db: Db, question: Question, page = 2000): Promise<Held[]> {
  const found: { word: string; n: number }[] = []
  for (let after = ''; ;) {
    const numbers = await numbersAsked(db, question, open, { after, limit: page })
    for await (const lines of linesOf(db, numbers, question.cut.asOf)) {
      const holding = holdingOf(
        Map.groupBy(lines, line => line.kind),
        question.cut,
      )
      if (holding) found.push({ word: wordOf(holding), n: 1 })
    }
    if (numbers.length < page) return sumHeld(found)
    after = numbers.at(-1) ?? ''
  }
}
