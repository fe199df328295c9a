/** First-level categories of content. */
// prettier-ignore
export const demoCategories = [
  { id: 'urban-construction', zh: '城乡建设', en: 'Urban and rural construction' },
  { id: 'natural-resources',  zh: '自然资源', en: 'Land and natural resources' },
  { id: 'labour',             zh: '劳动和社会保障', en: 'Labour and social security' },
  { id: 'education-culture',  zh: '教育文体', en: 'Education, culture and sport' },
  { id: 'health',             zh: '卫生健康', en: 'Health' },
  { id: 'environment',        zh: '环境保护', en: 'Environmental protection' },
  { id: 'transport',          zh: '交通运输', en: 'Transport' },
  { id: 'agriculture',        zh: '农业农村', en: 'Agriculture and countryside' },
  { id: 'political-legal',    zh: '政法', en: 'Police, courts and justice' },
  { id: 'civil-affairs',      zh: '民政', en: 'Civil affairs' },
  { id: 'market',             zh: '市场监管', en: 'Market regulation' },
  { id: 'economy',            zh: '经济管理', en: 'Economic management' },
  { id: 'party-government',   zh: '党务政务', en: 'Party and government affairs' },
  { id: 'personnel',          zh: '组织人事', en: 'Organization and personnel' },
  { id: 'discipline',         zh: '纪检监察', en: 'Discipline and supervision' },
  { id: 'other',              zh: '其他', en: 'Other' },
] satisfies readonly { id: string; zh: string; en: string }[]
