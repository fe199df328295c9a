import type { ExpressionBuilder } from 'kysely'
import type { FactTable, Tables } from '../db/tables.ts'
import type { Cut } from './cut.ts'

export type Facts = ExpressionBuilder<Tables & { f: FactTable }, 'f'>

/** An organ's first rating that was not a satisfied one. */
export const lostFirst = (eb: Facts, { through, asOf }: Cut) =>
  eb
    .selectFrom('facts as r')
    .select('r.seq')
    .whereRef('r.case_number', '=', 'f.case_number')
    .where('r.kind', '=', 'part')
    .where('r.what', '=', 'rated')
    .where('r.sign', '=', 1)
    .where('r.on_day', '<=', through)
    .where('r.recorded_at', '<=', asOf)
    .where(r =>
      r.not(
        r.exists(
          r
            .selectFrom('facts as o')
            .select('o.seq')
            .whereRef('o.case_number', '=', 'r.case_number')
            .whereRef('o.organ', '=', 'r.organ')
            .where('o.kind', '=', 'part')
            .where('o.sign', '=', 1)
            .where(o =>
              o.or([
                o.and([o('o.what', '=', 'rated'), o('o.seq', '<', o.ref('r.seq'))]),
                o.and([o('o.what', '=', 'satisfied'), o('o.seq', '=', o.ref('r.seq'))]),
              ]),
            ),
        ),
      ),
    )
