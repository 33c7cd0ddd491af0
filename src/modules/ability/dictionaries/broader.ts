/**
 * Skills that a wider one only touches: a course 数据库技术 says something of MySQL, and too little. `wider: narrower、…`.
 * Names are the canonical ones of the tables of skills.
 */
export const broaderSkills = `
数据库: MySQL、Oracle、SQL Server、PostgreSQL、MongoDB、Redis、SQL、数据库设计、数据库优化、存储过程、数据库管理、NoSQL
Java: Spring、Spring Boot、Spring MVC、Spring Cloud、MyBatis、Hibernate、Struts、JVM、多线程、Maven、Tomcat、J2EE、微服务
前端开发: Vue、React、HTML、HTML5、CSS、CSS3、JavaScript、jQuery、Bootstrap、AJAX、Webpack、TypeScript、Angular、Node.js、响应式布局、浏览器兼容、Element UI
Web开发: HTML、HTML5、CSS、CSS3、JavaScript、jQuery、AJAX、JSON、XML、HTTP
App开发: Android开发、iOS开发、Kotlin、Swift、Objective-C、Android Studio、Xcode
软件测试: 测试用例、自动化测试、性能测试、功能测试、接口测试、单元测试、测试计划、测试报告、测试方案、JMeter、Selenium、LoadRunner、缺陷管理、回归测试、系统测试、集成测试
软件工程: 需求分析、敏捷开发、概要设计、详细设计、架构设计、代码审核、技术文档编写、设计模式、版本管理
大数据: Hadoop、Spark、Hive、Flink、Kafka、HBase、数据仓库、ETL、数据采集、数据清洗
数据分析: SPSS、SAS、Tableau、Power BI、数据可视化、数据透视表、数据建模、数据分析报告、统计学、Pandas
人工智能: 机器学习、深度学习、TensorFlow、PyTorch、自然语言处理、计算机视觉、OpenCV、神经网络
Linux: Shell、CentOS、Nginx、运维、Docker
云计算: Docker、Kubernetes、OpenStack、虚拟化、AWS、阿里云
计算机网络: TCP/IP、HTTP、HTTPS、UDP、VLAN、OSPF、交换机、路由器、防火墙、网络编程、Socket
面向对象编程: Java、C++、C#、Python、编程、多线程、设计模式
软件开发: 需求分析、技术文档编写、架构设计、概要设计、详细设计、接口开发、版本管理、Git、性能优化
编程: Java、Python、C++、C、C#、数据结构、算法
PLC: PLC编程、西门子PLC、三菱PLC、欧姆龙PLC、触摸屏、变频器、伺服、组态软件
数控加工: 数控编程、数控车床、数控铣床、加工中心、Mastercam、UG、对刀、FANUC
机械设计: SolidWorks、AutoCAD、UG、CATIA、Pro/E、有限元分析、公差配合、三维建模
电子技术: 电路设计、PCB设计、单片机开发、示波器、万用表、Altium、Designer、电子元器件
工程造价: 广联达、工程量计算、工程结算、清单计价、套定额
会计核算: 总账、出纳、成本核算、费用报销、记账、纳税申报、财务报表、金蝶、用友、开票
电子商务: 天猫、淘宝、京东、拼多多、抖音、直通车、店铺运营、选品、详情页、直播运营、亚马逊、跨境电商
平面设计: Photoshop、Illustrator、CorelDRAW、InDesign、海报设计、排版、包装设计
短视频制作: 剪辑、视频剪辑、Premiere、After Effects、拍摄、脚本撰写、剪映
护理学: 基础护理、静脉输液、无菌操作、心肺复苏、护理文书、生命体征监测、导尿、换药
汽车构造: 汽车维修、发动机维修、底盘、汽车电路、四轮定位、变速箱维修
新能源汽车: 三电系统、动力电池、电机控制、充电桩
物流知识: 仓储管理、出入库、盘点、WMS、库存管理、运输管理、配送
质量管理: SPC、FMEA、8D、PDCA、质量检验、ISO9001、IATF16949、MSA
Microsoft Office: Excel、Word、PowerPoint、WPS
`
