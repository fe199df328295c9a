import type { Lang } from '../law/words.ts'
import type { Grid } from './grids.ts'
import { names } from './provenance.ts'
import type { Asked } from './report.ts'

/** What a file says it was drawn from; `against` is said by a restatement list alone. */
export type Said = { slug: string; asked: Asked; against: string | undefined; lang: Lang }

/** Finds the lines that say so, by their names in either language or by their keys. */
export function provenanceIn(grids: readonly Grid[]): Said | undefined {
  const keyed = grids.find(({ place }) => place === 'report')
  const named = grids.find(({ rows }) => rows.some(([name]) => name === names.digest.zh || name === names.digest.en))
  const { rows } = keyed ?? named ?? { rows: [] }
  const lang = rows.some(([name]) => name === names.digest.en) ? 'en' : 'zh'
  const line = (name: keyof typeof names) => rows.find(([said]) => said === (keyed ? name : names[name][lang]))
  const said = (name: keyof typeof names, at = 1) => line(name)?.[at]?.trim() || undefined
  const slug = said('report')
  const [month, year, session] = [said('month'), said('year'), said('session', keyed ? 1 : 2)]
  const hasDigest = said('digest') ?? (keyed && rows.find(([name]) => name === 'digests'))
  const [through, asOf] = [said('through'), said('asOf')]
  if (!slug || !(month ?? year ?? session) || !through || !asOf || !hasDigest) return undefined
  const organ = keyed ? organIn(said('scope') ?? '{}') : said('scope', 2)
  const procedure = said('procedure', keyed ? 1 : 2)
  return { slug, lang, against: said('against'), asked: { month, year, session, through, asOf, organ, procedure } }
}

function organIn(scope: string): string | undefined {
  const { id }: { id?: string } = JSON.parse(scope)
  return id
}
