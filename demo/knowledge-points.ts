import { leaderOf, taughtCourses } from './programmes.ts'
import type { DemoPart, DemoRow } from './context.ts'

/**
 * Knowledge points of courses of the timetable.
 *
 * Keys for other parts (demo.id): knowledge-points '<course>/<code>', e.g. 'K0242/2.1'.
 */

type Level = 'known' | 'understood' | 'applied' | 'performed'
/** Code, name, to be, what a student can do afterwards, codes of the points before it. */
type Point = readonly [code: string, name: string, level: Level, objective: string, before?: string]

/** By the name of the course. */
const POINTS: Readonly<Record<string, readonly Point[]>> = {
  新能源汽车构造: [
    ['1.1', '新能源汽车的分类', 'understood', '说出纯电动、插电混动、增程和燃料电池汽车的区别'],
    ['1.2', '整车结构与布置', 'understood', '在实车上指认三电系统各总成的位置', '1.1'],
    ['2.1', '高压系统组成', 'applied', '画出高压系统框图，说明各部件的作用', '1.2'],
    ['2.2', '高压安全与断电', 'performed', '按流程完成高压断电和验电', '2.1'],
    ['3.1', '动力传递路线', 'understood', '说明不同工况下的动力传递路线', '1.2'],
    ['3.2', '制动能量回收', 'understood', '解释能量回收的条件和限制', '3.1'],
  ],
  动力电池管理: [
    ['1.1', '动力电池的种类', 'understood', '比较磷酸铁锂与三元锂电池的特点'],
    ['1.2', '电池的主要参数', 'applied', '由容量、电压计算能量和能量密度', '1.1'],
    ['2.1', '荷电状态估算', 'applied', '用安时积分法计算荷电状态', '1.2'],
    ['2.2', '健康状态与衰减', 'understood', '说明循环、温度对衰减的影响', '1.2'],
    ['3.1', '单体均衡', 'applied', '判断单体压差是否超限，选择均衡方式', '2.1'],
    ['3.2', '热管理', 'understood', '说明液冷系统的组成和控制策略', '2.1'],
    ['4.1', '绝缘检测', 'performed', '用绝缘电阻表测量并判断绝缘是否合格', '1.2'],
    ['4.2', '电池包拆装安全', 'performed', '按规程完成防护、断电、拆装', '4.1'],
  ],
  驱动电机及控制: [
    ['1.1', '驱动电机的类型', 'understood', '比较永磁同步电机与交流异步电机'],
    ['1.2', '转速与转矩', 'applied', '由功率和转速计算转矩', '1.1'],
    ['2.1', '电机控制器组成', 'understood', '说明逆变器各部分的作用', '1.1'],
    ['2.2', '脉宽调制', 'understood', '解释占空比与输出电压的关系', '2.1'],
    ['3.1', '旋转变压器检测', 'performed', '测量绕组电阻并判断好坏', '1.2'],
    ['3.2', '电机绝缘与相间电阻', 'performed', '完成测量并填写检测单', '1.2'],
  ],
  充电系统检修: [
    ['1.1', '充电方式与接口', 'understood', '区分交流、直流充电接口的端子'],
    ['1.2', '充电时间估算', 'applied', '由功率和荷电状态估算充电时间', '1.1'],
    ['2.1', '充电握手过程', 'understood', '按顺序说出直流充电的阶段', '1.1'],
    ['2.2', '车载充电机', 'applied', '根据数据流判断车载充电机的工作状态', '1.1'],
    ['3.1', '不能充电的检修', 'performed', '按流程排除交流不能充电的故障', '2.1,2.2'],
  ],
  公差配合与测量技术: [
    ['1.1', '尺寸与偏差', 'applied', '由公称尺寸和偏差计算极限尺寸'],
    ['1.2', '公差带与标准公差', 'applied', '查表确定公差等级和公差值', '1.1'],
    ['2.1', '配合的种类', 'applied', '计算间隙、过盈，判断配合种类', '1.2'],
    ['3.1', '几何公差', 'understood', '读懂图样上的几何公差标注', '1.1'],
    ['4.1', '游标卡尺与千分尺', 'performed', '正确测量并读数到规定精度', '1.1'],
    ['4.2', '表面粗糙度', 'understood', '选择合适的表面粗糙度参数', '1.1'],
  ],
}

export const knowledgePointsDemo: DemoPart = (demo) => {
  const taught = new Map(taughtCourses().map((one) => [one.course, one]))
  return [
    {
      register: 'knowledge-points',
      rows: [...taught.values()].flatMap((one) =>
        (POINTS[one.facts.name] ?? []).map(([code, name, level, objective, before], i): DemoRow => ({
          $key: `${one.course}/${code}`,
          course: demo.id('courses', one.course),
          code,
          name,
          place: i + 1,
          level,
          objective,
          prerequisites: before ?? null,
          unit: demo.id('units', one.unit),
          author: demo.id('people', leaderOf(demo, one)),
        })),
      ),
    },
  ]
}
