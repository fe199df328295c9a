import type { Db } from '../db/dialect.ts'
import type { Errors } from '../procedures/read_form.ts'
import { procedureIds } from '../procedures/registry.ts'
import { readCut } from './cut.ts'
import type { Drawing } from './drawing.ts'
import type { ReportKind } from './registry.ts'
import type { Asked } from './report.ts'
import { district, organNamed } from './scope.ts'
import type { Scope } from './scope.ts'

/** What was asked for, as a drawing; every problem under the name of its field. */
export async function readAsked(
  db: Db,
  kind: ReportKind,
  asked: Asked,
  now: string,
): Promise<{ ok: Drawing } | { errors: Errors }> {
  const cut = readCut(asked, now)
  const scope = await readScope(db, asked.organ)
  const errors: Errors = {
    ...('errors' in cut && cut.errors),
    ...(scope === undefined && { organ: [{ zh: '没有这个单位', en: 'There is no such organ' }] }),
    ...(!isProcedure(asked.procedure) && {
      procedure: [
        {
          zh: `没有这个类型，可选：${procedureIds().join('、')}`,
          en: `There is no such procedure; choose from ${procedureIds().join(', ')}`,
        },
      ],
    }),
  }
  return 'ok' in cut && scope && Object.keys(errors).length === 0
    ? { ok: { kind, cut: cut.ok, scope, procedure: asked.procedure ?? null } }
    : { errors }
}

const isProcedure = (word: string | undefined) => word === undefined || procedureIds().includes(word)

async function readScope(db: Db, organ: string | undefined): Promise<Scope | undefined> {
  if (organ === undefined) return district
  const id = await organNamed(db, organ)
  return id === undefined ? undefined : { kind: 'organ', id }
}
