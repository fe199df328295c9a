import type { Text } from '../law/words.ts'
import type { Act } from '../procedures/procedure.ts'
import type { Errors, Parted } from '../procedures/read_form.ts'
import type { CaseView } from './view.ts'

/** An act that undoes what was done because the matter is of another class names another than it has. */
export function checkClass({ sets, voids }: Act, { log }: Pick<Parted, 'log'>, { row }: CaseView): Errors {
  if (!voids || !sets?.includes('kind')) return {}
  const isSame = log['kind'] === row.kind && (log['route'] ?? row.route) === row.route
  return isSame ? { kind: [sameClass] } : {}
}

const sameClass: Text = {
  zh: '类别和法定途径都没有变；只改内容分类的，请用“更正”',
  en: 'Neither the kind nor the lawful route changes; to change the category alone, use “Correct”',
}
