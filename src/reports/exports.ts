import { randomUUID } from 'node:crypto'
import type { Actor } from '../accounts/actor.ts'
import type { Db } from '../db/dialect.ts'
import type { ExportTable } from '../db/tables.ts'
import type { Lang } from '../law/words.ts'
import { caseLists, openIn } from './case_sheets.ts'
import type { Drawn } from './draw_here.ts'
import type { Drawing } from './drawing.ts'
import { endOwnExports } from './export_files.ts'
import { fileName } from './formats.ts'
import type { Asked } from './report.ts'

/** More rows of cases than this are not waited for. */
export const mostAtOnce = 5_000

/** About how many rows a reader's workbook has: people count more than the cases they came with. */
export const listedRows = (drawing: Drawing, { report, lists }: Drawn): number =>
  caseLists(drawing, report, openIn(lists)).reduce((sum, { figure }) => sum + figure, 0)

/** What one person may have under way at once, and altogether. */
const slots = [1, 2]
const mostKept = 10

/**
 * Asks for a workbook with its lists. The same question gives the same export while it is made or kept; `busy` is for
 * who has two under way already, `full` for who keeps ten. That no two share a slot or a question is held by indexes, whichever server is asked.
 */
export async function askExport(
  db: Db,
  { actor, drawing, lang, now }: { actor: Actor; drawing: Drawing; lang: Lang; now: string },
): Promise<{ outcome: 'done'; id: string } | { outcome: 'busy' | 'full' }> {
  const question = { person: actor.id, report: drawing.kind.slug, asked: JSON.stringify(askedOf(drawing)), lang }
  const plain = { name: fileName(drawing, 'xlsx'), state: 'waiting', asked_at: now, tries: 0, written: 0 } as const
  await endOwnExports(db, actor.id, now)
  const same = await findSame(db, question)
  if (same) return { outcome: 'done', id: same.id }
  if ((await listExports(db, actor, mostKept)).filter(isKept).length === mostKept) return { outcome: 'full' }
  for (const slot of slots) {
    const made = await db
      .insertInto('exports')
      .values({ id: randomUUID(), slot, ...question, ...plain, ...nothingYet })
      .onConflict(clash => clash.doNothing())
      .returning('id')
      .executeTakeFirst()
    const found = made ?? (await findSame(db, question))
    if (found) return { outcome: 'done', id: found.id }
  }
  return { outcome: 'busy' }
}

/** The question with everything said that was left to its default: the same file whenever it is made. */
const askedOf = ({ cut, scope, procedure }: Drawing): Asked => ({
  [cut.kind]: cut.period,
  through: cut.through,
  asOf: cut.asOf,
  ...(scope.kind === 'organ' && { organ: scope.id }),
  ...(procedure !== null && { procedure }),
})

const nothingYet = {
  holder: null,
  held_until: null,
  listed: null,
  lists: null,
  size: null,
  ended_at: null,
  problem: null,
} as const

const findSame = (db: Db, { person, report, asked, lang }: Pick<ExportTable, 'person' | 'report' | 'asked' | 'lang'>) =>
  db
    .selectFrom('exports')
    .select('id')
    .where('person', '=', person)
    .where('report', '=', report)
    .where('asked', '=', asked)
    .where('lang', '=', lang)
    .where('state', 'in', kept)
    .executeTakeFirst()

const kept = ['waiting', 'making', 'ready'] as const
const isKept = ({ state }: ExportTable) => kept.some(word => word === state)

/** One's own exports: what is under way or may be fetched, then what is over, each the newest first. */
export const listExports = (db: Db, { id }: Actor, limit: number): Promise<ExportTable[]> =>
  db
    .selectFrom('exports')
    .selectAll()
    .where('person', '=', id)
    .orderBy(eb => eb.case().when('state', 'in', kept).then(0).else(1).end())
    .orderBy('asked_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()

/** One's own export by its id. */
export const findExport = (db: Db, { id: person }: Actor, id: string): Promise<ExportTable | undefined> =>
  db.selectFrom('exports').selectAll().where('id', '=', id).where('person', '=', person).executeTakeFirst()

/** Stops what is under way, and lets go of what is ready; whoever makes it notices within a second. */
export async function cancelExport(
  db: Db,
  { id: person }: Actor,
  id: string,
  now: string,
): Promise<ExportTable | undefined> {
  return db
    .updateTable('exports')
    .set({ state: 'cancelled', ended_at: now })
    .where('id', '=', id)
    .where('person', '=', person)
    .where('state', 'in', kept)
    .returningAll()
    .executeTakeFirst()
}

/** What the row asks for, as `askExport` wrote it. */
export const askedBy = ({ asked }: Pick<ExportTable, 'asked'>): Asked => JSON.parse(asked)
