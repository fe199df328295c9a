import type { Text } from '../law/words.ts'

// prettier-ignore
export const organKinds = {
  superior:          { zh: '上级机关', en: 'superior organ' },
  government:        { zh: '人民政府', en: 'government' },
  party:             { zh: '党委及其部门', en: 'Party organ' },
  'petition-office': { zh: '信访部门', en: 'petition office' },
  discipline:        { zh: '纪检监察机关', en: 'discipline and supervision' },
  congress:          { zh: '人大机关', en: 'people’s congress' },
  cppcc:             { zh: '政协机关', en: 'CPPCC' },
  delegation:        { zh: '代表团', en: 'delegation' },
  'party-group':     { zh: '民主党派组织', en: 'democratic party' },
  'mass-organisation': { zh: '人民团体', en: 'mass organisation' },
  sector:            { zh: '界别', en: 'sector' },
  committee:         { zh: '专门委员会', en: 'committee' },
  court:             { zh: '人民法院', en: 'court' },
  procuratorate:     { zh: '人民检察院', en: 'procuratorate' },
  department:        { zh: '政府部门', en: 'department' },
  street:            { zh: '街道、镇', en: 'street or town' },
  station:           { zh: '所属单位', en: 'subordinate unit' },
  enterprise:        { zh: '公共企事业单位', en: 'public enterprise' },
} as const satisfies Record<string, Text>

/** The same as headings, above organs of one kind. */
export const organKindHeadings: Readonly<Record<string, Text>> = Object.fromEntries(
  Object.entries(organKinds).map(([kind, { zh, en }]) => [kind, { zh, en: en.charAt(0).toUpperCase() + en.slice(1) }]),
)

export type OrganKind = keyof typeof organKinds

/** 《信访工作条例》 art. 30: those who by their office handle accusations; any other organ must be named by an administrator. */
export const kindsWithPower: readonly OrganKind[] = ['discipline', 'court', 'procuratorate']

export const hasPowerByLaw = ({ kind }: { kind: string }): boolean => kindsWithPower.some(one => one === kind)

export const hasPower = (organ: { kind: string; takes_accusations: number }): boolean =>
  hasPowerByLaw(organ) || organ.takes_accusations === 1
