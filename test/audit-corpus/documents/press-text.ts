import { per, share } from '../figures.ts'
import type { MadeDocument } from '../made-document.ts'
import { relate } from '../relate.ts'

/** A short text for the press: few figures, many of them about, and ranges. */
export const pressText: MadeDocument = {
  name: 'press-text',
  format: 'txt',
  figures: {
    opened: '2023年9月16日',
    freshmen: '3126',
    freshMen: '1804',
    freshWomen: '1322',
    ratio: per(1804, 1322),
    provinces: '24',
    home: '2376',
    homeShare: share(2376, 3126, 1),
    away: '750',
    awayShare: share(750, 3126, 1),
    minorities: '212',
    minoritiesShare: share(212, 3126, 1),
    poor: '486',
    grants: '145.80',
    perGrant: '3000',
    'u.grants': '万元',
    youngest: '16',
    volunteers: '320',
    seniors: '204',
    teachers: '116',
    halls: '三',
    rooms: '786',
    beds: '3144',
    bedsPerRoom: per(3144, 786, 0),
    fund: '500',
    fundFirst: '300',
    fundSecond: '200',
    'u.fund': '万元',
    rate: '97.3',
  },
  text: `
枫林职业技术学院迎来3000余名新同学
{opened}，枫林职业技术学院迎来了2023级新生报到的日子。今年，学校共有{freshmen}名新生报到，报到率达{rate}%，其中男生{freshMen}人、女生{freshWomen}人，男女比例约为{ratio}:1。新生来自全国{provinces}个省（自治区、直辖市），省内生源{home}人，占{homeShare}%；省外生源{away}人，占{awayShare}%。少数民族新生{minorities}人，占{minoritiesShare}%。年龄最小的新生只有{youngest}岁。
清晨6时30分，{volunteers}名志愿者已经就位，他们中有高年级学生{seniors}人、教师{teachers}人。在校园“绿色通道”，工作人员为{poor}名家庭经济困难新生办理了入学手续，发放临时困难补助共{grants}{u.grants}，平均每人{perGrant}元。
为迎接新生，学校暑期改造了{halls}栋学生公寓，共有宿舍{rooms}间、床位{beds}个，平均每间{bedsPerRoom}个床位，全部安装了空调。校友企业捐资{fund}{u.fund}设立奖学金，首期到账{fundFirst}万元、二期到账{fundSecond}万元，每年将资助40—50名学生，受益学生超过百名。
“学校近20年来最热闹的一天。”值守的老师说。新生军训将持续14天，于9月下旬至10月上旬进行。（新闻热线：0577-6660 1234）
`,
  relations: [
    relate.parts('freshmen', 'freshMen', 'freshWomen'),
    relate.ratio('ratio', 'freshMen', 'freshWomen'),
    relate.parts('freshmen', 'home', 'away'),
    relate.percentage('homeShare', 'home', 'freshmen'),
    relate.percentage('awayShare', 'away', 'freshmen'),
    relate.percentage('minoritiesShare', 'minorities', 'freshmen'),
    relate.order('minorities', 'freshmen'),
    relate.order('home', 'freshmen'),
    relate.parts('volunteers', 'seniors', 'teachers'),
    relate.quotient('bedsPerRoom', 'beds', 'rooms'),
    relate.parts('fund', 'fundFirst', 'fundSecond'),
    relate.unit('fund', 'u.fund', '亿元'),
    relate.unit('grants', 'u.grants', '亿元'),
    relate.impossible('rate', '102.3'),
    relate.impossible('opened', '2023年9月36日', '2203年9月16日'),
    relate.impossible('poor', '-486'),
    relate.impossible('minoritiesShare', '106.8'),
  ],
}
