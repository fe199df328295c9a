/** What petitions are, the lawful routes of art. 31, and the ways they come in. */
// prettier-ignore
export const kinds = {
  appeal:     { title: { zh: '申诉求决类', en: 'Appeal' } },
  suggestion: { title: { zh: '建议意见类', en: 'Suggestion' } },
  accusation: { title: { zh: '检举控告类', en: 'Accusation' }, restricted: true },
} as const

// prettier-ignore
export const routes = {
  1: { title: { zh: '诉讼、检察、公安等程序', en: 'Courts, procuratorate or police' }, cites: 'XF 31(1)' },
  2: { title: { zh: '仲裁', en: 'Arbitration' }, cites: 'XF 31(2)' },
  3: { title: { zh: '党员申诉、申请复审', en: 'Party member’s appeal' }, cites: 'XF 31(3)' },
  4: { title: { zh: '行政复议、许可、处罚等行政程序', en: 'Administrative procedure' }, cites: 'XF 31(4)' },
  5: { title: { zh: '申请查处或者履行职责', en: 'Application to act on a duty' }, cites: 'XF 31(5)' },
  6: { title: { zh: '信访程序', en: 'Petition procedure' }, cites: 'XF 31(6)' },
} as const

// prettier-ignore
export const channels = {
  online: { zh: '网上', en: 'Online' },
  letter: { zh: '书信', en: 'Letter' },
  phone:  { zh: '电话', en: 'Telephone' },
  fax:    { zh: '传真', en: 'Fax' },
  visit:  { zh: '走访', en: 'Visit' },
} as const
