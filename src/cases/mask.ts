import type { Party } from './words.ts'

/** As much of a person as someone needs who only reads: enough to tell two apart, not to find either. */
export const masked = ({ petitioner, phone, idNumber, address, agentName, agentPhone }: Party): Party => ({
  ...(petitioner !== undefined && { petitioner: starred(petitioner, 1, 0) }),
  ...(phone !== undefined && { phone: starred(phone, 3, 4) }),
  ...(idNumber !== undefined && { idNumber: starred(idNumber, 6, 4) }),
  ...(address !== undefined && { address: starred(address, 3, 0) }),
  ...(agentName !== undefined && { agentName: starred(agentName, 1, 0) }),
  ...(agentPhone !== undefined && { agentPhone: starred(agentPhone, 3, 4) }),
})

export const maskedName = (name: string): string => starred(name, 1, 0)

/** Keeps the ends; at least one character is always covered. */
function starred(value: string, first: number, last: number): string {
  const letters = [...value]
  if (letters.length <= first + last) return '＊'.repeat(Math.max(1, letters.length))
  const end = last === 0 ? [] : letters.slice(-last)
  return [...letters.slice(0, first), ...letters.slice(first, letters.length - last).map(() => '＊'), ...end].join('')
}
