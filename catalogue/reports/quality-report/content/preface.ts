import { bulletList, doc, heading, listItem } from '../../../../src/language/document.ts'
import { p } from '../prose.ts'

export const preface = doc(
  p`本报告由学校编制，面向学生、家长、用人单位和社会各界，说明学校在本年度的办学条件、人才培养、社会服务、国际合作、产教融合和发展保障情况。学校编制并公开年度质量报告，是履行信息公开义务，也是检视自身工作的一次机会。`,
  heading(1, '编制说明'),
  p`教学、学生和国际合作的数据按学年统计，经费和科研的数据按自然年统计，学生、教师、设备等存量数据取统计时点的数。报告中的每一个数都来自学校的业务记录，由业务部门填报、归口部门审核、质量管理办公室核定，发布后连同口径一并存档。同一名称存在不同口径的，报告写明所用口径。`,
  p`编制工作分五步进行：下发通知并分解任务，召开编制工作会，完成案例，完成数据采集和初稿，征求意见后由学校审定发布。各章节由对口部门执笔，质量管理办公室统稿。`,
  heading(1, '本年度概览'),
  bulletList(
    listItem(
      p`办学规模：全日制在校生${'q6.students'}，设有专业${'q3.majors'}、专业群${'q3.major-groups'}，教职工${'q6.staff'}。`,
    ),
    listItem(
      p`教师队伍：专任教师${'q6.full-time-teachers'}，双师素质专任教师比例${'q3.double-qualified-share'}，高级专业技术职务专任教师比例${'q3.senior-title-share'}。`,
    ),
    listItem(
      p`毕业生：毕业去向落实率${'q0.destination-rate'}，升学率${'q0.further-study-rate'}，用人单位满意度${'q2.employers'}。`,
    ),
    listItem(
      p`社会服务：横向技术服务到款额${'q4.technical-service-payments'}，纵向科研经费到款额${'q4.research-payments'}，非学历培训到账经费${'q4.training-payments'}。`,
    ),
    listItem(
      p`国际合作：接收国外留学生${'q5.foreign-students'}，被国外采用的职业教育标准${'q5.adopted-standards'}，中外合作办学在校生${'q5.joint-programme-students'}。`,
    ),
    listItem(
      p`产教融合：产业学院${'q0.industry-colleges'}，实施现代学徒制的专业${'q0.apprenticeship-majors'}，牵头行业产教融合共同体${'q0.industry-communities-led'}。`,
    ),
  ),
)
