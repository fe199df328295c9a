type MotionOrgan = {
  id: string
  zh: string
  en: string
  kind: 'delegation' | 'sector' | 'party-group' | 'mass-organisation' | 'committee'
  parent: 'congress' | 'cppcc'
}

/** The bodies that deputies and members belong to, and that put forward suggestions and proposals of their own. */
// prettier-ignore
export const motionOrgans = [
  { id: 'delegation-shiqiao', zh: '石桥代表团', en: 'Shiqiao Delegation', kind: 'delegation', parent: 'congress' },
  { id: 'delegation-binhe', zh: '滨河代表团', en: 'Binhe Delegation', kind: 'delegation', parent: 'congress' },
  { id: 'delegation-zhonglou', zh: '钟楼代表团', en: 'Zhonglou Delegation', kind: 'delegation', parent: 'congress' },
  { id: 'delegation-mianfang', zh: '棉纺代表团', en: 'Mianfang Delegation', kind: 'delegation', parent: 'congress' },
  { id: 'delegation-nanyao', zh: '南窑代表团', en: 'Nanyao Delegation', kind: 'delegation', parent: 'congress' },
  { id: 'delegation-qingping', zh: '青坪代表团', en: 'Qingping Delegation', kind: 'delegation', parent: 'congress' },

  { id: 'sector-education', zh: '教育界', en: 'Education Sector', kind: 'sector', parent: 'cppcc' },
  { id: 'sector-medicine', zh: '医药卫生界', en: 'Medicine and Health Sector', kind: 'sector', parent: 'cppcc' },
  { id: 'sector-economy', zh: '经济界', en: 'Economy Sector', kind: 'sector', parent: 'cppcc' },
  { id: 'sector-agriculture', zh: '农业界', en: 'Agriculture Sector', kind: 'sector', parent: 'cppcc' },
  { id: 'party-minge', zh: '民革望江区支部', en: 'Wangjiang Branch of the Revolutionary Committee of the Kuomintang', kind: 'party-group', parent: 'cppcc' },
  { id: 'party-minmeng', zh: '民盟望江区支部', en: 'Wangjiang Branch of the China Democratic League', kind: 'party-group', parent: 'cppcc' },
  { id: 'group-women', zh: '望江区妇女联合会', en: 'Wangjiang District Women’s Federation', kind: 'mass-organisation', parent: 'cppcc' },
  { id: 'group-youth', zh: '共青团望江区委员会', en: 'Wangjiang District Committee of the Communist Youth League', kind: 'mass-organisation', parent: 'cppcc' },
  { id: 'group-trade-unions', zh: '望江区总工会', en: 'Wangjiang District Federation of Trade Unions', kind: 'mass-organisation', parent: 'cppcc' },
  { id: 'committee-economy', zh: '区政协经济委员会', en: 'CPPCC Committee for Economic Affairs', kind: 'committee', parent: 'cppcc' },
  { id: 'committee-city', zh: '区政协城乡建设和人口资源环境委员会', en: 'CPPCC Committee for Construction, Population, Resources and Environment', kind: 'committee', parent: 'cppcc' },
] as const satisfies readonly MotionOrgan[]
