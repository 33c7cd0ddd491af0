/** Words by which a phrase nobody has listed is taken for a skill, or not. */

/** Verbs of knowing: what follows them is asked for. */
export const KNOWING =
  /熟练(?:地)?(?:掌握|使用|运用|操作|应用|编写)?|精通|熟悉(?:掌握|使用|并掌握|各类|各种|常用)?|掌握|了解|擅长|懂得|懂|通晓|看懂|能(?:够)?(?:熟练|独立|使用|操作|运用|看懂)+(?:地|完成|进行)?|会(?:使用|操作|用)?(?!议|计|员|展|所|有|让|给|为|被|务)|使用过|运用|持有|持|具有|具备|需有|拥有|有(?=[^，。；]{1,16}(?:经验|经历|知识|基础|技能|能力|证))|proficien(?:t|cy) (?:in|with)|familiar(?:ity)? with|experience (?:in|with|of)|knowledge of|command of|skilled in|knowledge in/g

/** What may stand before the thing itself. */
export const LEADING =
  /^(?:(?:至少|主流|常用|常见|常规|各种|各类|各项|多种|相关|相应|一定|基本|基础|扎实|良好|较强|较好|较为|较高|丰富|优秀|熟练|独立|完整|专业|简单|深入|全面|先进|本|该|其|其他|其它|以上|以下|上述|所|等|或|和|与|及|并|且|对|在|把|将|用|使|运用|使用|操作|掌握|熟悉|了解|精通|能|能够|会|有|具有|具备|过硬|强烈|很强|一种|一门|一款|一项|两种|几种|或者|以及|公司|行业|国内|国内外|国家|企业|日常|岗位|工作|从事|进行|完成|负责|参与|协助|\d+年(?:及)?(?:以上)?|[一二两三四五]年(?:以上)?)(?:的|地|性|以上|相关)?\s*)+/

/** What may stand behind it. */
export const TRAILING =
  /(?:等?(?:相关|方面|类|其中|主流|常用|常见|专业)?的?(?:基本|基础|专业)?(?:知识|技能|经验|经历|能力|基础|背景|功底|的?使用|的?应用|的?操作|的?运用|的?编写|工作|技巧|理论|概念|要求|优先|者|更佳|为佳|加分|一种|一门|之一|其一|中的一种|工具|软件|框架|技术栈|系统|语言|协议|平台|资格证书|等)|等|类|的|者|[（(][^）)]*[）)]?|[“”"'《》<>\s：:])+$/

/** How a phrase of Chinese ends when it names a skill. */
export const SKILL_ENDING =
  /(?:技术|工艺|操作|原理|编程|维修|维护|保养|调试|检测|检验|检修|分析|建模|制图|绘图|制作|设计|规范|标准|法规|准则|流程|体系|语言|软件|系统|算法|理论|语法|框架|协议|编写|撰写|写作|管理|核算|申报|护理|治疗|诊断|手术|康复|教学|授课|烹饪|烘焙|种植|养殖|栽培|防治|加工|装配|焊接|铸造|锻造|喷涂|施工|测量|测绘|监理|造价|预算|招投标|营销|推广|策划|运营|剪辑|拍摄|摄影|排版|配音|翻译|口语|听说|读写|外语|证书|资格证|执业证|上岗证|操作证|职称|执照|证|学|法|术|仪|机|器|设备|仪器|工具|机床|图纸|图集|材料|性能|结构|电路|电器|电机|模具|夹具|量具|刀具|药品|器械|驾驶|配送|仓储|报关|单证|结算|审计|税务|风控|理赔|销售|谈判|接待|礼仪|评估|认证|处理|控制|优化|开发|测试|部署|配置|架构|仿真|实验|试验|采样|化验|滴定|培养|提取|合成|配方|工程|安装|布线|运维|监控|调度|指挥|巡检|安检|消防|急救|消毒|清洁|收纳|陪护|早教|弹唱|舞蹈|绘画|书法|手工|编排|创作|文案|脚本|直播|选品|引流|投放|数据|报表|函数|宏|透视表|办公|公文|档案|速记|点钞|收银|陈列|盘点|开票|做账|报税)$/

/** Phrases that end so and are none. */
export const NO_SKILL =
  /学历|专业$|经验|以上|公司|客户|团队|领导|人员|岗位|职位|工作|部门|我们|用户|需求|意愿|兴趣|身体|年龄|优先|能力|意识|精神|责任|压力|要求|业务$|情况|问题|任务|关系|产品|项目管理者|市场$|行业$|企业|人才|大学|院校|中学|小学|同学|文学|开学|入学|方法$|做法|办法|想法|看法|机会|手机|电话|态度|性格|形象|热爱|喜欢|愿意|能够|可以|服从|吃苦|沟通|协调|学习|思维|思路|理解|资源|习惯|状况|条件|机制|时机|司机|危机|武器|武术|健康|证明|保证|品质过硬|的|一系列|其他|他开|续优|大型|多个|实际|项目开发|新技术|较多|各主流|互联网|^开源|^测试|项目流程|^跨|模块|应届|毕业|出差|加班|倒班|夜班|素质|品德|修养|素养|成果|成功|独立|主动|团结|政策解读者|[。，；！？]/

/** Letters that name no skill. */
export const NO_SKILL_LETTERS = new Set(
  'fluent both verbal written spoken oral iphone ipad gs tech mac os ip im it app apps pc hr ceo cto coo cfo ok bug bugs b2b b2c o2o c2c to toc tob b c d vip it行业 a the and or of in with on for is are be to at by as an we you your our will this that from have has more than year years month day team work able other etc all any good strong new well plus using use must least related relevant company industry degree bachelor master above below experience skills skill knowledge ability job position salary location offer qs qs500 top top500 base id no pm am d轮 a轮 b轮 c轮 gmv dau kol koc k w rmb usd cn china shanghai beijing shenzhen ltd co inc qq email e-mail mail com www http https tel wechat cv wlb oppo vivo it类 web ui ux fun leader mentor offer title jd demo top3 top10 high max min 985 211 nb ipo md it技术 kpi okr bat 3c'.split(
    ' ',
  ),
)
