import type { Text } from '../law/words.ts'
import type { Field } from '../procedures/fields.ts'
import { shapeOf } from '../procedures/procedure.ts'
import type { Procedure } from '../procedures/procedure.ts'
import { fieldOf } from '../procedures/read_form.ts'

/** One thing of a list, and for a demand what became of it. */
export type Line = { text: string; outcome: Text | undefined }

/** A list is sealed as JSON: its lines, or undefined where the field is plain words. */
export function linesOf(procedure: Procedure, act: string, field: string, text: string): Line[] | undefined {
  const asked = fieldNamed(procedure, act, field)
  if (asked?.kind !== 'list' && asked?.kind !== 'outcomes') return undefined
  const list: unknown = JSON.parse(text)
  return Array.isArray(list) ? list.map(line => lineOf(line, asked)) : undefined
}

/** The field of the act, or of the act whose words it issues. */
function fieldNamed(procedure: Procedure, act: string, field: string): Field | undefined {
  const spec = procedure.acts[act]
  const issued = procedure.acts[spec?.issues ?? '']
  const schema = (spec && shapeOf(spec)[field]) ?? (issued && shapeOf(issued)[field])
  return schema && fieldOf(schema)
}

function lineOf(line: unknown, { options }: Field): Line {
  const isOutcome = typeof line === 'object' && line !== null && 'demand' in line && 'outcome' in line
  return isOutcome
    ? { text: String(line.demand), outcome: options?.[String(line.outcome)] }
    : { text: String(line), outcome: undefined }
}
