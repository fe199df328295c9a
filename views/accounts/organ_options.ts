import type { Option } from '../parts/control.tsx'

export type OrganRow = { id: string; zh: string; en: string; path: string }

/** The tree as a list to choose from: what stands below is set in. */
export function organOptions(organs: readonly OrganRow[]): Option[] {
  const top = Math.min(...organs.map(depthOf))
  return organs.map(organ => {
    const setIn = '　'.repeat(depthOf(organ) - top)
    return { value: organ.id, label: { zh: setIn + organ.zh, en: setIn + organ.en } }
  })
}

/** How many organs stand above it. */
export const depthOf = ({ path }: Pick<OrganRow, 'path'>): number => path.split('/').length - 3
