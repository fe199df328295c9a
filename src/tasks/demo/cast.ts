import type { Role } from '../../procedures/roles.ts'

/** 王芳 petitions; a citizen needs no login, her query code opens her case. */
export const demoPetitioner = { name: '王芳', en: 'Wang Fang' }

/** The named cast, all fictional: 李明 registers, 陈静 heads the petition office, 赵强 handles, 孙丽 directs, 周杰 is a stranger. */
// prettier-ignore
export const demoCast = [
  { login: 'liming', name: '李明', en: 'Li Ming', organ: 'petition-office', roles: ['clerk'] },
  { login: 'chenjing', name: '陈静', en: 'Chen Jing', organ: 'petition-office', roles: ['chief', 'director'] },
  { login: 'tianyue', name: '田悦', en: 'Tian Yue', organ: 'petition-office', roles: ['clerk', 'handler'] },
  { login: 'tangtong', name: '唐统', en: 'Tang Tong', organ: 'petition-office', roles: ['statistician'] },

  { login: 'zhaoqiang', name: '赵强', en: 'Zhao Qiang', organ: 'housing-bureau', roles: ['handler', 'coHandler'] },
  { login: 'sunli', name: '孙丽', en: 'Sun Li', organ: 'housing-bureau', roles: ['director'] },
  { login: 'guanli', name: '关力', en: 'Guan Li', organ: 'housing-bureau', roles: ['unit-admin'] },
  { login: 'wugang', name: '吴刚', en: 'Wu Gang', organ: 'municipal-facilities-centre', roles: ['handler'] },
  { login: 'zhoujie', name: '周杰', en: 'Zhou Jie', organ: 'public-security-branch', roles: ['handler'] },
  { login: 'xuheng', name: '徐衡', en: 'Xu Heng', organ: 'public-security-branch', roles: ['director'] },
  { login: 'luoting', name: '罗婷', en: 'Luo Ting', organ: 'education-bureau', roles: ['handler', 'coHandler'] },
  { login: 'duanping', name: '段平', en: 'Duan Ping', organ: 'education-bureau', roles: ['director'] },
  { login: 'gaoyuan', name: '高原', en: 'Gao Yuan', organ: 'human-resources-bureau', roles: ['handler', 'coHandler'] },
  { login: 'linqiu', name: '林秋', en: 'Lin Qiu', organ: 'human-resources-bureau', roles: ['director'] },
  { login: 'weilan', name: '韦岚', en: 'Wei Lan', organ: 'urban-management-bureau', roles: ['handler', 'coHandler'] },
  { login: 'haosong', name: '郝松', en: 'Hao Song', organ: 'urban-management-bureau', roles: ['director'] },
  { login: 'panxue', name: '潘雪', en: 'Pan Xue', organ: 'market-regulation-bureau', roles: ['handler'] },
  { login: 'shihai', name: '石海', en: 'Shi Hai', organ: 'market-regulation-bureau', roles: ['director'] },
  { login: 'qinhe', name: '秦禾', en: 'Qin He', organ: 'shiqiao-street', roles: ['handler'] },
  { login: 'yaochun', name: '姚春', en: 'Yao Chun', organ: 'shiqiao-street', roles: ['director'] },
  { login: 'fangping', name: '房平', en: 'Fang Ping', organ: 'qingping-town', roles: ['handler'] },
  { login: 'kangning', name: '康宁', en: 'Kang Ning', organ: 'qingping-town', roles: ['director'] },

  { login: 'qianfeng', name: '钱锋', en: 'Qian Feng', organ: 'discipline-commission', roles: ['handler'] },
  { login: 'fengyan', name: '冯岩', en: 'Feng Yan', organ: 'discipline-commission', roles: ['director'] },
  { login: 'jianwen', name: '简文', en: 'Jian Wen', organ: 'party-supervision-office', roles: ['supervisor', 'handler'] },
  { login: 'moqing', name: '莫青', en: 'Mo Qing', organ: 'party-supervision-office', roles: ['director'] },

  { login: 'hemei', name: '何梅', en: 'He Mei', organ: 'district-government', roles: ['reviewer'] },
  { login: 'lincheng', name: '林成', en: 'Lin Cheng', organ: 'district-government', roles: ['leader'] },
  { login: 'mawei', name: '马伟', en: 'Ma Wei', organ: 'district-government', roles: ['system-admin'] },
  { login: 'shenji', name: '沈稽', en: 'Shen Ji', organ: 'district-government', roles: ['security-auditor'] },
  { login: 'citychen', name: '程市', en: 'Cheng Shi', organ: 'city-petition-office', roles: ['clerk', 'reviewer'] },
] satisfies readonly { login: string; name: string; en: string; organ: string; roles: readonly Role[] }[]
