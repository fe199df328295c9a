import type { Db } from '../db/dialect.ts'
import { monthAfter } from '../law/day.ts'
import type { Text } from '../law/words.ts'
import { procedureIds, procedureOn } from '../procedures/registry.ts'
import { PUBLIC, findSound } from './archive.ts'
import { RESTATED, findRelease, readRelease, releaseFile } from './public_archive.ts'
import { isOf } from './public_release.ts'
import type { PublicTable, Release } from './public_release.ts'
import type { RestatedFigure } from './public_restated.ts'
import { linesOf, sayFigure, titleOf } from './public_words.ts'
import type { Line } from './public_words.ts'

export type PublicPage = { month: string; asOf: string; parts: PublicPart[] }
/** One procedure’s statistics: no figures where there are fewer than ten of anything. */
export type PublicPart = {
  id: string
  title: Text
  figures: { title: Text; formula: Text; said: Text }[]
  tables: TitledTable[]
  restated: { title: Text; released: number | null; n: number; in: string }[]
  restatedTables: TitledTable[]
}
export type TitledTable = { id: string; title: Text; lines: Line[]; in?: string }

/** A month as it was released, and what later releases said of it. */
export async function publicPage(db: Db, month: string): Promise<PublicPage | undefined> {
  const bytes = await findRelease(db, month)
  if (!bytes) return undefined
  const release = readRelease(bytes)
  const later: Release[] = []
  for (let after = 1; after <= RESTATED; after++) {
    const following = monthAfter(month, after)
    const found = await findSound(db, { report: PUBLIC, month: following, name: releaseFile(following) })
    if (found) later.push(readRelease(found))
  }
  return { month, asOf: release.asOf, parts: procedureIds().map(procedure => partOf(release, later, procedure)) }
}

export const titlesOfProcedures = (): Map<string, Text> =>
  new Map(procedureIds().map(id => [id, procedureOn(id, '9999-12-31').title]))

function partOf(release: Release, later: readonly Release[], procedure: string): PublicPart {
  const { month } = release
  const own = release.figures.filter(figure => figure.procedure === procedure && isOf(procedure, figure.metric))
  const isTold = own.some(({ numerator }) => numerator !== null)
  const found = later.flatMap(({ month: at, restated }) =>
    restated.filter(of => of.month === month).map(of => ({ at, ...of })),
  )
  return {
    id: procedure,
    title: titlesOfProcedures().get(procedure) ?? { zh: procedure, en: procedure },
    figures: isTold ? own.map(figure => ({ ...figure, said: sayFigure(figure) })) : [],
    tables: release.tables.filter(of => of.procedure === procedure).map(table => titled(table)),
    restated: found.flatMap(({ at, figures }) =>
      figures
        .filter(figure => figure.procedure === procedure)
        .map(figure => ({ title: figure.title, released: releasedOf(release, figure), n: figure.n, in: at })),
    ),
    restatedTables: found.flatMap(({ at, tables }) =>
      tables.filter(of => of.procedure === procedure).map(table => titled(table, at)),
    ),
  }
}

const releasedOf = ({ figures }: Release, { procedure, metric }: RestatedFigure): number | null =>
  figures.find(figure => figure.procedure === procedure && figure.metric === metric)?.numerator ?? null

const titled = (table: PublicTable, at?: string): TitledTable => ({
  id: [table.procedure, table.of, table.by, ...(at === undefined ? [] : [at])].join('-'),
  title: titleOf(table),
  lines: linesOf(table),
  ...(at !== undefined && { in: at }),
})
