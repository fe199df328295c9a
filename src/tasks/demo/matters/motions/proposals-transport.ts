import type { Motion } from '../../motions/motion.ts'

export const proposalsTransport: readonly Motion[] = [
  {
    title: '关于优化公交老年卡和无障碍候车的提案',
    situation: '老年人刷卡高峰受限、刷卡机听不清，候车亭没有座位。视障乘客不知道下一站。',
    advice: '1.全天可乘；2.座椅和报站；3.低地板车。',
    field: 'transport',
    lead: 'bus-company',
    coHandlers: ['transport-bureau'],
    result: 'solved',
    answer:
      '我公司取消老年卡高峰限制，全天同价，设备音量和字号可选。候车亭加座椅二百一十六处，车内外语音报站六百二十辆全部完成。低地板新能源公交占四成三，预约轮椅乘车两小时内安排。老年乘客投诉下降近六成。',
    evidence: '老年卡制度公告、候车亭验收单和报站设备抽检记录。',
    opinions: ['我局对无障碍公交运行给予专项补助，按服务评价结算。'],
    contact: '与委员和视障乘客同乘两条线路。',
  },
  {
    title: '关于治理国省道沿线占道和路域环境的提案',
    situation: '国省道两侧占道摆摊、广告乱立，行车视线受阻。夜间货车停满应急车道。',
    advice: '1.拆除占道；2.便民停车区；3.夜间联合巡查。',
    field: 'transport',
    lead: 'transport-bureau',
    coHandlers: ['nanyao-town'],
    result: 'solved',
    answer:
      '我局清理占道经营和非公路标志三百九十四处，新设货车停车区两处、泊位一百六十五个。联合夜查七十三次，查处违停一千二百起。南窑便民市场移出国道，解决商户六十九户。沿线事故同比下降三成二。',
    evidence: '路域整治销号表、停车区交工单和事故统计报告。',
    opinions: ['我镇建设便民市场棚位六十九个，安排商户入场并保洁。'],
    contact: '与委员夜间到国道察看并征求商户意见。',
  },
  {
    title: '关于推进农村公路养护和安全设施的提案',
    situation: '农村公路修好几年后裂缝、坑洞没人管，急弯少护栏。农忙重车压坏路面。',
    advice: '1.养护路长；2.急弯护栏；3.限载和维修基金。',
    field: 'transport',
    lead: 'transport-bureau',
    coHandlers: ['qingping-town'],
    result: 'promised',
    answer:
      '我局将农村公路三百六十二公里全部落实县乡村路长，公开电话。修复坑洞八千余平方米，安装护栏四十一公里、减速带二百处。农忙限载与绕行告示发到合作社，设维修基金四百万元。个别村道因窄桥暂难加宽。',
    promise: '完成危险路段护栏二十五公里、窄桥改造四座，优良中等路率达到百分之九十一。',
    evidence: '护栏验收资料、窄桥检测报告和公路技术状况评定（百分之九十一点七）。',
    opinions: ['我镇每月组织路长巡查两次，水毁三日内恢复通行。'],
    contact: '与农业界委员随车察看两条村道。',
  },
  {
    title: '关于推广多模式通勤和单位弹性上下班的提案',
    situation: '早八点同时上班，江桥拥堵，单位通勤车空驶。骑行和步行条件不匹配。',
    advice: '1.单位错峰；2.通勤班车共享；3.慢行接驳。',
    field: 'transport',
    lead: 'transport-bureau',
    coHandlers: ['human-resources-bureau'],
    result: 'promised',
    answer:
      '我局调查六百家单位、五万七千名职工，建议三十九家规模较大单位错峰，已有三十二家实行，江桥高峰延误下降两成三。通勤车共享平台接入一百一十七辆，空驶率由六成八降到三成九。骑行和公交接驳补齐断点二十六处。少数服务单位因营业时间不能调整。',
    promise: '五十家单位错峰，共享通勤车二百辆，并公布拥堵变化。',
    opinions: ['我局支持单位集体协商弹性工时，不降低职工待遇，已备案四十七份。'],
    contact: '与总工会委员参加一家企业协商会。',
  },
  {
    title: '关于全面取消城区道路停车收费的提案',
    situation: '车主认为道路是公共资源，停车收费增加生活负担。委员建议居民区道路一律免费停车。',
    advice: '1.取消收费；2.居民优先；3.加强引导。',
    field: 'transport',
    lead: 'transport-bureau',
    coHandlers: ['urban-investment-company'],
    result: 'reference',
    answer:
      '经调查，取消收费后长期占位会增加，商铺和就医车辆更难停放；收费收入主要用于停车管理。近期居民夜间八时至次日七时首小时免费，包月降至一百二十元，老人陪诊可免两小时。周转率提高一成八，收费标准和支出按季公布。全面取消的建议留作参考。',
    opinions: ['我公司清理私画车位和锁桩三百一十处，增加公共泊位一百四十二个。'],
    contact: '与委员说明停车调查和公开账目，委员希望继续降费。',
  },
]
