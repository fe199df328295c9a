import type { Role } from '../../../procedures/roles.ts'
import type { motionOrgans } from './organs.ts'

export type MotionPerson = {
  login: string
  name: string
  en: string
  organ: (typeof motionOrgans)[number]['id'] | 'congress' | 'cppcc'
  roles: readonly Role[]
}

/** 文雅 registers suggestions and 段睿 heads their office; 许萍 and 郎清 do so for proposals. */
// prettier-ignore
export const motionOfficials = [
  { login: 'wenya', name: '文雅', en: 'Wen Ya', organ: 'congress', roles: ['clerk'] },
  { login: 'duanrui', name: '段睿', en: 'Duan Rui', organ: 'congress', roles: ['chief'] },
  { login: 'xuping', name: '许萍', en: 'Xu Ping', organ: 'cppcc', roles: ['clerk'] },
  { login: 'langqing', name: '郎清', en: 'Lang Qing', organ: 'cppcc', roles: ['chief'] },
] as const satisfies readonly MotionPerson[]

/** Forty deputies in six delegations; the first of each convenes it. */
// prettier-ignore
export const demoDeputies = [
  { login: 'baijing', name: '白静', en: 'Bai Jing', organ: 'delegation-shiqiao', roles: ['deputy', 'convener'] },
  { login: 'guoliang', name: '郭梁', en: 'Guo Liang', organ: 'delegation-shiqiao', roles: ['deputy'] },
  { login: 'niexiaolan', name: '聂晓兰', en: 'Nie Xiaolan', organ: 'delegation-shiqiao', roles: ['deputy'] },
  { login: 'jideshan', name: '季德山', en: 'Ji Deshan', organ: 'delegation-shiqiao', roles: ['deputy'] },
  { login: 'houyuzhen', name: '侯玉珍', en: 'Hou Yuzhen', organ: 'delegation-shiqiao', roles: ['deputy'] },
  { login: 'tuhongbo', name: '涂洪波', en: 'Tu Hongbo', organ: 'delegation-shiqiao', roles: ['deputy'] },
  { login: 'anruoxi', name: '安若溪', en: 'An Ruoxi', organ: 'delegation-shiqiao', roles: ['deputy'] },

  { login: 'jiaming', name: '贾铭', en: 'Jia Ming', organ: 'delegation-binhe', roles: ['deputy', 'convener'] },
  { login: 'ouyangqin', name: '欧阳琴', en: 'Ouyang Qin', organ: 'delegation-binhe', roles: ['deputy'] },
  { login: 'denglushan', name: '邓麓山', en: 'Deng Lushan', organ: 'delegation-binhe', roles: ['deputy'] },
  { login: 'pushuying', name: '蒲淑英', en: 'Pu Shuying', organ: 'delegation-binhe', roles: ['deputy'] },
  { login: 'yuchangtai', name: '于长泰', en: 'Yu Changtai', organ: 'delegation-binhe', roles: ['deputy'] },
  { login: 'miaoxinran', name: '苗欣然', en: 'Miao Xinran', organ: 'delegation-binhe', roles: ['deputy'] },
  { login: 'shengguobin', name: '盛国斌', en: 'Sheng Guobin', organ: 'delegation-binhe', roles: ['deputy'] },

  { login: 'zhanglanxin', name: '章兰馨', en: 'Zhang Lanxin', organ: 'delegation-zhonglou', roles: ['deputy', 'convener'] },
  { login: 'yanjihong', name: '严季鸿', en: 'Yan Jihong', organ: 'delegation-zhonglou', roles: ['deputy'] },
  { login: 'hongmeiying', name: '洪美英', en: 'Hong Meiying', organ: 'delegation-zhonglou', roles: ['deputy'] },
  { login: 'jiaozhiyong', name: '焦志勇', en: 'Jiao Zhiyong', organ: 'delegation-zhonglou', roles: ['deputy'] },
  { login: 'bianyulan', name: '卞玉兰', en: 'Bian Yulan', organ: 'delegation-zhonglou', roles: ['deputy'] },
  { login: 'songkeqin', name: '宋克勤', en: 'Song Keqin', organ: 'delegation-zhonglou', roles: ['deputy'] },
  { login: 'xiangyun', name: '项芸', en: 'Xiang Yun', organ: 'delegation-zhonglou', roles: ['deputy'] },

  { login: 'lengfang', name: '冷芳', en: 'Leng Fang', organ: 'delegation-mianfang', roles: ['deputy', 'convener'] },
  { login: 'gengshifu', name: '耿世福', en: 'Geng Shifu', organ: 'delegation-mianfang', roles: ['deputy'] },
  { login: 'mabaolin', name: '马宝林', en: 'Ma Baolin', organ: 'delegation-mianfang', roles: ['deputy'] },
  { login: 'lianxiuqin', name: '连秀琴', en: 'Lian Xiuqin', organ: 'delegation-mianfang', roles: ['deputy'] },
  { login: 'zuowenhui', name: '左文辉', en: 'Zuo Wenhui', organ: 'delegation-mianfang', roles: ['deputy'] },
  { login: 'taoyijun', name: '陶逸君', en: 'Tao Yijun', organ: 'delegation-mianfang', roles: ['deputy'] },

  { login: 'kuangyongsheng', name: '邝永生', en: 'Kuang Yongsheng', organ: 'delegation-nanyao', roles: ['deputy', 'convener'] },
  { login: 'chigenmei', name: '迟根妹', en: 'Chi Genmei', organ: 'delegation-nanyao', roles: ['deputy'] },
  { login: 'luanxianghe', name: '栾祥和', en: 'Luan Xianghe', organ: 'delegation-nanyao', roles: ['deputy'] },
  { login: 'wutianbao', name: '邬天宝', en: 'Wu Tianbao', organ: 'delegation-nanyao', roles: ['deputy'] },
  { login: 'zengqiuju', name: '曾秋菊', en: 'Zeng Qiuju', organ: 'delegation-nanyao', roles: ['deputy'] },
  { login: 'xilinfeng', name: '郗林峰', en: 'Xi Linfeng', organ: 'delegation-nanyao', roles: ['deputy'] },
  { login: 'pangxuejiao', name: '庞雪娇', en: 'Pang Xuejiao', organ: 'delegation-nanyao', roles: ['deputy'] },

  { login: 'meishouyi', name: '梅守义', en: 'Mei Shouyi', organ: 'delegation-qingping', roles: ['deputy', 'convener'] },
  { login: 'suhuaying', name: '苏华英', en: 'Su Huaying', organ: 'delegation-qingping', roles: ['deputy'] },
  { login: 'luomanku', name: '骆满库', en: 'Luo Manku', organ: 'delegation-qingping', roles: ['deputy'] },
  { login: 'jintaohong', name: '靳桃红', en: 'Jin Taohong', organ: 'delegation-qingping', roles: ['deputy'] },
  { login: 'gepeilin', name: '葛培林', en: 'Ge Peilin', organ: 'delegation-qingping', roles: ['deputy'] },
  { login: 'yinzhaodi', name: '尹兆娣', en: 'Yin Zhaodi', organ: 'delegation-qingping', roles: ['deputy'] },
] as const satisfies readonly MotionPerson[]

/** Thirty-six members of the CPPCC in sectors, parties, organisations and committees; the first of each convenes it. */
// prettier-ignore
export const demoMembers = [
  { login: 'shaoyouwei', name: '邵幼薇', en: 'Shao Youwei', organ: 'sector-education', roles: ['member', 'convener'] },
  { login: 'tenghaitao', name: '滕海韬', en: 'Teng Haitao', organ: 'sector-education', roles: ['member'] },
  { login: 'jingshuwen', name: '荆书雯', en: 'Jing Shuwen', organ: 'sector-education', roles: ['member'] },
  { login: 'cuiyongnian', name: '崔永年', en: 'Cui Yongnian', organ: 'sector-education', roles: ['member'] },
  { login: 'zhuangxiaoyi', name: '庄晓艺', en: 'Zhuang Xiaoyi', organ: 'sector-education', roles: ['member'] },

  { login: 'genghuimin', name: '耿惠民', en: 'Geng Huimin', organ: 'sector-medicine', roles: ['member', 'convener'] },
  { login: 'fuyuning', name: '傅雨宁', en: 'Fu Yuning', organ: 'sector-medicine', roles: ['member'] },
  { login: 'mingzhongwei', name: '明仲伟', en: 'Ming Zhongwei', organ: 'sector-medicine', roles: ['member'] },
  { login: 'yuelijuan', name: '岳丽娟', en: 'Yue Lijuan', organ: 'sector-medicine', roles: ['member'] },
  { login: 'tongboyang', name: '童伯阳', en: 'Tong Boyang', organ: 'sector-medicine', roles: ['member'] },

  { login: 'shangkaiyuan', name: '尚开元', en: 'Shang Kaiyuan', organ: 'sector-economy', roles: ['member', 'convener'] },
  { login: 'youminhua', name: '尤敏华', en: 'You Minhua', organ: 'sector-economy', roles: ['member'] },
  { login: 'heqishan', name: '贺启山', en: 'He Qishan', organ: 'sector-economy', roles: ['member'] },
  { login: 'lanxinyue', name: '蓝昕月', en: 'Lan Xinyue', organ: 'sector-economy', roles: ['member'] },
  { login: 'guzhengde', name: '谷正德', en: 'Gu Zhengde', organ: 'sector-economy', roles: ['member'] },

  { login: 'dongmaotian', name: '董茂田', en: 'Dong Maotian', organ: 'sector-agriculture', roles: ['member', 'convener'] },
  { login: 'hansuying', name: '韩素英', en: 'Han Suying', organ: 'sector-agriculture', roles: ['member'] },
  { login: 'pengyougeng', name: '彭友耕', en: 'Peng Yougeng', organ: 'sector-agriculture', roles: ['member'] },
  { login: 'weixiaohe', name: '魏小禾', en: 'Wei Xiaohe', organ: 'sector-agriculture', roles: ['member'] },

  { login: 'quzhongren', name: '瞿仲仁', en: 'Qu Zhongren', organ: 'party-minge', roles: ['member', 'convener'] },
  { login: 'chengyihan', name: '成亦涵', en: 'Cheng Yihan', organ: 'party-minge', roles: ['member'] },
  { login: 'bulijun', name: '卜立均', en: 'Bu Lijun', organ: 'party-minge', roles: ['member'] },

  { login: 'xiemingxuan', name: '解明轩', en: 'Xie Mingxuan', organ: 'party-minmeng', roles: ['member', 'convener'] },
  { login: 'ruanqiuyun', name: '阮秋云', en: 'Ruan Qiuyun', organ: 'party-minmeng', roles: ['member'] },
  { login: 'zangjianbai', name: '臧建柏', en: 'Zang Jianbai', organ: 'party-minmeng', roles: ['member'] },

  { login: 'tanchunyan', name: '谭春燕', en: 'Tan Chunyan', organ: 'group-women', roles: ['member', 'convener'] },
  { login: 'mengyurong', name: '孟玉蓉', en: 'Meng Yurong', organ: 'group-women', roles: ['member'] },

  { login: 'xinghaoran', name: '邢浩然', en: 'Xing Haoran', organ: 'group-youth', roles: ['member', 'convener'] },
  { login: 'jiluyao', name: '纪璐瑶', en: 'Ji Luyao', organ: 'group-youth', roles: ['member'] },

  { login: 'loutiezhu', name: '娄铁柱', en: 'Lou Tiezhu', organ: 'group-trade-unions', roles: ['member', 'convener'] },
  { login: 'qiaoguilan', name: '乔桂岚', en: 'Qiao Guilan', organ: 'group-trade-unions', roles: ['member'] },

  { login: 'dingshouheng', name: '丁守恒', en: 'Ding Shouheng', organ: 'committee-economy', roles: ['member', 'convener'] },
  { login: 'yinqingmei', name: '殷清梅', en: 'Yin Qingmei', organ: 'committee-economy', roles: ['member'] },

  { login: 'cenyuanshan', name: '岑远山', en: 'Cen Yuanshan', organ: 'committee-city', roles: ['member', 'convener'] },
  { login: 'luruilin', name: '陆瑞林', en: 'Lu Ruilin', organ: 'committee-city', roles: ['member'] },
  { login: 'wenjiayi', name: '温佳仪', en: 'Wen Jiayi', organ: 'committee-city', roles: ['member'] },
] as const satisfies readonly MotionPerson[]
