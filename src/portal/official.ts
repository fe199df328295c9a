import { isOfficialNetwork } from '../accounts/networks.ts'
import type { Ctx } from '../http/context.ts'
import { dayOf } from '../law/day.ts'

/** Does an official sit at this screen, or at the next one? A rating given there is flagged. */
export const isOfficialRequest = async (c: Ctx): Promise<boolean> =>
  c.get('actor') !== null || isOfficialNetwork(c.get('store'), c.get('address'), dayOf(c.get('now')))
