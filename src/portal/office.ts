import { defaultOffice, findOrgans } from '../accounts/organs.ts'
import type { Store } from '../db/open.ts'
import type { Text } from '../law/words.ts'

/** Who answers for what people file here, by name. */
export async function officeName({ reader }: Store): Promise<Text> {
  const id = await defaultOffice(reader)
  const office = id === undefined ? undefined : (await findOrgans(reader, [id])).get(id)
  return office ? { zh: office.zh, en: office.en } : { zh: '本区信访部门', en: 'The district’s petition office' }
}
