/** `takes_accusations`: the committee that oversees the police, and the Party's supervision office, have that power. */
type DemoOrgan = {
  id: string
  zh: string
  en: string
  kind: OrganKind
  parent: string | null
  takes_accusations?: 1
}

type OrganKind =
  | 'superior'
  | 'government'
  | 'party'
  | 'petition-office'
  | 'discipline'
  | 'congress'
  | 'cppcc'
  | 'court'
  | 'procuratorate'
  | 'department'
  | 'street'
  | 'station'
  | 'enterprise'

/**
 * The organs of 望江区, a district that exists nowhere. The city's petition office stands at the top because a review
 * goes one level up, and so does an accusation that reaches past the district.
 */
// prettier-ignore
export const demoOrgans = [
  { id: 'city-petition-office', zh: '江州市信访局', en: 'Jiangzhou City Petition Office', kind: 'superior', parent: null },

  { id: 'district-party-committee', zh: '中共望江区委员会', en: 'Wangjiang District Party Committee', kind: 'party', parent: 'city-petition-office' },
  { id: 'party-supervision-office', zh: '望江区委督查室', en: 'Supervision Office of the District Party Committee', kind: 'party', parent: 'district-party-committee', takes_accusations: 1 },
  { id: 'political-legal-committee', zh: '望江区委政法委员会', en: 'Political and Legal Affairs Committee', kind: 'party', parent: 'district-party-committee', takes_accusations: 1 },
  { id: 'organization-department', zh: '望江区委组织部', en: 'Organization Department', kind: 'party', parent: 'district-party-committee' },
  { id: 'discipline-commission', zh: '望江区纪委监委', en: 'Wangjiang District Commission for Discipline Inspection and Supervision', kind: 'discipline', parent: 'district-party-committee' },

  { id: 'congress', zh: '望江区人大常委会', en: 'Standing Committee of the District People’s Congress', kind: 'congress', parent: 'city-petition-office' },
  { id: 'cppcc', zh: '政协望江区委员会', en: 'Wangjiang District Committee of the CPPCC', kind: 'cppcc', parent: 'city-petition-office' },
  { id: 'court', zh: '望江区人民法院', en: 'Wangjiang District People’s Court', kind: 'court', parent: 'city-petition-office' },
  { id: 'procuratorate', zh: '望江区人民检察院', en: 'Wangjiang District People’s Procuratorate', kind: 'procuratorate', parent: 'city-petition-office' },

  { id: 'district-government', zh: '望江区人民政府', en: 'Wangjiang District Government', kind: 'government', parent: 'city-petition-office' },
  { id: 'petition-office', zh: '望江区信访局', en: 'Wangjiang District Petition Office', kind: 'petition-office', parent: 'district-government' },

  { id: 'housing-bureau', zh: '望江区住房和城乡建设局', en: 'Housing and Urban-Rural Construction Bureau', kind: 'department', parent: 'district-government' },
  { id: 'property-guidance-centre', zh: '望江区物业服务指导中心', en: 'Property Service Guidance Centre', kind: 'station', parent: 'housing-bureau' },
  { id: 'heating-service-centre', zh: '望江区供热服务中心', en: 'Heating Service Centre', kind: 'station', parent: 'housing-bureau' },
  { id: 'municipal-facilities-centre', zh: '望江区市政设施维护中心', en: 'Municipal Facilities Maintenance Centre', kind: 'station', parent: 'housing-bureau' },

  { id: 'urban-management-bureau', zh: '望江区城市管理综合行政执法局', en: 'Urban Management and Law Enforcement Bureau', kind: 'department', parent: 'district-government' },
  { id: 'sanitation-centre', zh: '望江区环境卫生服务中心', en: 'Sanitation Service Centre', kind: 'station', parent: 'urban-management-bureau' },
  { id: 'parks-centre', zh: '望江区园林绿化服务中心', en: 'Parks and Greening Service Centre', kind: 'station', parent: 'urban-management-bureau' },

  { id: 'public-security-branch', zh: '江州市公安局望江分局', en: 'Wangjiang Branch of the City Public Security Bureau', kind: 'department', parent: 'district-government' },
  { id: 'traffic-police-brigade', zh: '望江区公安交警大队', en: 'Traffic Police Brigade', kind: 'station', parent: 'public-security-branch' },
  { id: 'binhe-police-station', zh: '滨河派出所', en: 'Binhe Police Station', kind: 'station', parent: 'public-security-branch' },
  { id: 'shiqiao-police-station', zh: '石桥派出所', en: 'Shiqiao Police Station', kind: 'station', parent: 'public-security-branch' },

  { id: 'education-bureau', zh: '望江区教育局', en: 'Education Bureau', kind: 'department', parent: 'district-government' },
  { id: 'experimental-primary-school', zh: '望江区实验小学', en: 'Wangjiang Experimental Primary School', kind: 'station', parent: 'education-bureau' },
  { id: 'middle-school-no5', zh: '望江区第五中学', en: 'Wangjiang No. 5 Middle School', kind: 'station', parent: 'education-bureau' },

  { id: 'human-resources-bureau', zh: '望江区人力资源和社会保障局', en: 'Human Resources and Social Security Bureau', kind: 'department', parent: 'district-government' },
  { id: 'labour-inspection-brigade', zh: '望江区劳动保障监察大队', en: 'Labour Inspection Brigade', kind: 'station', parent: 'human-resources-bureau' },
  { id: 'social-insurance-centre', zh: '望江区社会保险服务中心', en: 'Social Insurance Service Centre', kind: 'station', parent: 'human-resources-bureau' },

  { id: 'health-bureau', zh: '望江区卫生健康局', en: 'Health Bureau', kind: 'department', parent: 'district-government' },
  { id: 'district-hospital', zh: '望江区人民医院', en: 'Wangjiang District People’s Hospital', kind: 'station', parent: 'health-bureau' },
  { id: 'liuyin-health-centre', zh: '柳荫社区卫生服务中心', en: 'Liuyin Community Health Centre', kind: 'station', parent: 'health-bureau' },

  { id: 'civil-affairs-bureau', zh: '望江区民政局', en: 'Civil Affairs Bureau', kind: 'department', parent: 'district-government' },
  { id: 'ecology-branch', zh: '江州市生态环境局望江分局', en: 'Wangjiang Branch of the City Ecology and Environment Bureau', kind: 'department', parent: 'district-government' },
  { id: 'market-regulation-bureau', zh: '望江区市场监督管理局', en: 'Market Regulation Bureau', kind: 'department', parent: 'district-government' },
  { id: 'zhonglou-market-station', zh: '钟楼市场监督管理所', en: 'Zhonglou Market Regulation Station', kind: 'station', parent: 'market-regulation-bureau' },
  { id: 'natural-resources-branch', zh: '江州市自然资源局望江分局', en: 'Wangjiang Branch of the City Natural Resources Bureau', kind: 'department', parent: 'district-government' },
  { id: 'agriculture-bureau', zh: '望江区农业农村局', en: 'Agriculture and Rural Affairs Bureau', kind: 'department', parent: 'district-government' },
  { id: 'water-bureau', zh: '望江区水利局', en: 'Water Resources Bureau', kind: 'department', parent: 'district-government' },
  { id: 'transport-bureau', zh: '望江区交通运输局', en: 'Transport Bureau', kind: 'department', parent: 'district-government' },
  { id: 'culture-tourism-bureau', zh: '望江区文化旅游体育局', en: 'Culture, Tourism and Sports Bureau', kind: 'department', parent: 'district-government' },
  { id: 'veterans-bureau', zh: '望江区退役军人事务局', en: 'Veterans Affairs Bureau', kind: 'department', parent: 'district-government' },
  { id: 'emergency-bureau', zh: '望江区应急管理局', en: 'Emergency Management Bureau', kind: 'department', parent: 'district-government' },
  { id: 'justice-bureau', zh: '望江区司法局', en: 'Justice Bureau', kind: 'department', parent: 'district-government' },
  { id: 'finance-bureau', zh: '望江区财政局', en: 'Finance Bureau', kind: 'department', parent: 'district-government' },
  { id: 'medical-security-bureau', zh: '望江区医疗保障局', en: 'Medical Security Bureau', kind: 'department', parent: 'district-government' },
  { id: 'development-reform-bureau', zh: '望江区发展和改革局', en: 'Development and Reform Bureau', kind: 'department', parent: 'district-government' },
  { id: 'data-bureau', zh: '望江区数据局（营商环境建设局）', en: 'Data Bureau (Business Environment Bureau)', kind: 'department', parent: 'district-government' },
  { id: 'civic-service-centre', zh: '望江区政务服务中心', en: 'Government Service Centre', kind: 'station', parent: 'data-bureau' },

  { id: 'binhe-street', zh: '滨河街道办事处', en: 'Binhe Street Office', kind: 'street', parent: 'district-government' },
  { id: 'zhonglou-street', zh: '钟楼街道办事处', en: 'Zhonglou Street Office', kind: 'street', parent: 'district-government' },
  { id: 'liuyin-street', zh: '柳荫街道办事处', en: 'Liuyin Street Office', kind: 'street', parent: 'district-government' },
  { id: 'shiqiao-street', zh: '石桥街道办事处', en: 'Shiqiao Street Office', kind: 'street', parent: 'district-government' },
  { id: 'donggang-street', zh: '东岗街道办事处', en: 'Donggang Street Office', kind: 'street', parent: 'district-government' },
  { id: 'mianfang-street', zh: '棉纺街道办事处', en: 'Mianfang Street Office', kind: 'street', parent: 'district-government' },
  { id: 'fangzhi-community', zh: '棉纺街道纺织社区居委会', en: 'Fangzhi Residents’ Committee', kind: 'station', parent: 'mianfang-street' },
  { id: 'xinyuan-street', zh: '新园街道办事处', en: 'Xinyuan Street Office', kind: 'street', parent: 'district-government' },
  { id: 'wanghu-street', zh: '望湖街道办事处', en: 'Wanghu Street Office', kind: 'street', parent: 'district-government' },
  { id: 'nanyao-town', zh: '南窑镇人民政府', en: 'Nanyao Town Government', kind: 'street', parent: 'district-government' },
  { id: 'dukou-village', zh: '南窑镇渡口村村委会', en: 'Dukou Villagers’ Committee', kind: 'station', parent: 'nanyao-town' },
  { id: 'qingping-town', zh: '青坪镇人民政府', en: 'Qingping Town Government', kind: 'street', parent: 'district-government' },
  { id: 'songling-village', zh: '青坪镇松岭村村委会', en: 'Songling Villagers’ Committee', kind: 'station', parent: 'qingping-town' },

  { id: 'heating-company', zh: '望江热力有限公司', en: 'Wangjiang Heating Company', kind: 'enterprise', parent: 'district-government' },
  { id: 'bus-company', zh: '望江公共交通有限公司', en: 'Wangjiang Bus Company', kind: 'enterprise', parent: 'district-government' },
  { id: 'water-company', zh: '望江自来水有限公司', en: 'Wangjiang Water Company', kind: 'enterprise', parent: 'district-government' },
  { id: 'gas-company', zh: '望江燃气有限公司', en: 'Wangjiang Gas Company', kind: 'enterprise', parent: 'district-government' },
  { id: 'urban-investment-company', zh: '望江城市建设投资有限公司', en: 'Wangjiang Urban Investment Company', kind: 'enterprise', parent: 'district-government' },
] satisfies readonly DemoOrgan[]
