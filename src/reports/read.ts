import { organsThen } from '../accounts/organs_then.ts'
import { sessionThen } from '../accounts/sessions_then.ts'
import { findSession } from '../accounts/terms.ts'
import type { Db } from '../db/dialect.ts'
import type { Text } from '../law/words.ts'
import type { Errors } from '../procedures/read_form.ts'
import { editions, procedureIds, procedureOn } from '../procedures/registry.ts'
import { readCut } from './cut.ts'
import type { Cut } from './cut.ts'
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
  const session = asked.session === undefined ? undefined : await findSession(db, asked.session)
  const cut = readCut(asked, now, kind.period, session)
  const scope = await readScope(db, asked.organ)
  const procedure = kind.procedure ?? (kind.period === 'session' ? session?.procedure : asked.procedure)
  const errors: Errors = {
    ...('errors' in cut && cut.errors),
    ...(scope === undefined && { organ: [{ zh: '没有这个单位', en: 'There is no such organ' }] }),
    ...(scope && kind.of !== undefined && kind.of !== scope.kind && { organ: [scopes[kind.of]] }),
    ...(!isProcedure(asked.procedure) && {
      procedure: [
        {
          zh: `没有这个类型，可选：${titles.map(({ zh }) => zh).join('、')}`,
          en: `There is no such procedure; choose from ${titles.map(({ en }) => en).join(', ')}`,
        },
      ],
    }),
  }
  return 'ok' in cut && scope && Object.keys(errors).length === 0
    ? {
        ok: {
          kind,
          cut: await titledThen(db, cut.ok),
          scope: await sortedThen(db, scope, cut.ok),
          procedure: procedure ?? null,
        },
      }
    : { errors }
}

/** A session is called in a report what it was called at its instant. */
async function titledThen(db: Db, cut: Cut): Promise<Cut> {
  const session = cut.kind === 'session' ? await sessionThen(db, cut.period, cut.asOf) : undefined
  return session ? { ...cut, title: { zh: session.zh, en: session.en } } : cut
}

/** Whether an organ takes matters in, by what it was at the instant. */
async function sortedThen(db: Db, scope: Scope, { asOf }: Cut): Promise<Scope> {
  if (scope.kind === 'district') return scope
  const organ = (await organsThen(db, asOf)).get(scope.id)
  return { ...scope, takesIn: organ === undefined || takesMattersIn(organ.kind) }
}

const scopes = {
  organ: { zh: '请选择单位', en: 'Choose an organ' },
  district: { zh: '这份报表只按全区统计', en: 'This report is of the whole district only' },
} satisfies Record<Scope['kind'], Text>

/** A superior’s own petition office is known by it alone. */
const takesMattersIn = (kind: string): boolean => kind === 'superior' || editions.some(({ office }) => office === kind)

const titles = procedureIds().map(id => procedureOn(id, '9999-12-31').title)

const isProcedure = (word: string | undefined) => word === undefined || procedureIds().includes(word)

async function readScope(db: Db, organ: string | undefined): Promise<Scope | undefined> {
  if (organ === undefined) return district
  const id = await organNamed(db, organ)
  return id === undefined ? undefined : { kind: 'organ', id }
}
