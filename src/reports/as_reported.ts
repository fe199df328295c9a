import { z } from 'zod'
import type { Db } from '../db/dialect.ts'
import { findSound, lastClosed } from './archive.ts'

const figure = z.object({
  id: z.string(),
  numerator: z.number(),
  denominator: z.number().nullable(),
  rate: z.string().nullable(),
})
const frozen = z.object({ month: z.string(), asOf: z.string(), metrics: z.array(figure) })

export type Reported = z.infer<typeof frozen>

/** The figures of the last closed month as they were frozen then; undefined before one was, and where the file is not what was kept. */
export async function lastReported(db: Db, report: string): Promise<Reported | undefined> {
  const month = await lastClosed(db, report)
  const bytes = month && (await findSound(db, { report, month, name: `${report}-${month}.json` }))
  return bytes ? frozen.parse(JSON.parse(bytes.toString())) : undefined
}
