<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AskText</name>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>BookingWords</name>
    <message>
        <source>male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>Citizen number</source>
        <translation>公民身份号码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Ethnic group</source>
        <translation>民族</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>to be reviewed</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>more was asked for</source>
        <translation>待补充</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>不予办理</translation>
    </message>
    <message>
        <source>offered</source>
        <translation>待申请人确认</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>not confirmed in time</source>
        <translation>逾期未确认</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>did not come</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>came</source>
        <translation>已到</translation>
    </message>
    <message>
        <source>to be decided</source>
        <translation>待核定</translation>
    </message>
    <message>
        <source>waits for payment</source>
        <translation>待缴费</translation>
    </message>
    <message>
        <source>sent to the counter</source>
        <translation>转窗口办理</translation>
    </message>
    <message>
        <source>paid: to be accepted</source>
        <translation>已缴费，待受理</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>any time</source>
        <translation>时间不限</translation>
    </message>
    <message>
        <source>✓ delivered</source>
        <translation>✓ 已送达</translation>
    </message>
    <message>
        <source>✗ not delivered: telephone</source>
        <translation>✗ 未送达：请电话告知</translation>
    </message>
    <message>
        <source>✓ told by telephone</source>
        <translation>✓ 已电话告知</translation>
    </message>
    <message>
        <source>○ sent, not yet delivered</source>
        <translation>○ 已发送，尚未送达</translation>
    </message>
    <message>
        <source>○ waits to be sent</source>
        <translation>○ 待发送</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n天</numerusform>
        </translation>
    </message>
    <message>
        <source>○ No booking platform is set up.</source>
        <translation>○ 未设置预约平台。</translation>
    </message>
    <message>
        <source>○ The platform is being asked…</source>
        <translation>○ 正在连接平台……</translation>
    </message>
    <message>
        <source>● The platform answers.</source>
        <translation>● 平台线路正常。</translation>
    </message>
    <message>
        <source>▲ No line for %1.</source>
        <translation>▲ 线路中断已%1。</translation>
    </message>
    <message>
        <source>▲ No line.</source>
        <translation>▲ 线路中断。</translation>
    </message>
    <message numerus="yes">
        <source>%n decision(s) wait to be sent</source>
        <translation>
            <numerusform>%n项待发送</numerusform>
        </translation>
    </message>
    <message>
        <source>, the oldest for %1.</source>
        <translation>，最早的已等%1。</translation>
    </message>
    <message numerus="yes">
        <source>▲ %n were not taken: decide again.</source>
        <translation>
            <numerusform>▲ %n项平台未接受：请重新处理。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ %n difference(s) to look at.</source>
        <translation>
            <numerusform>▲ %n项差异待核对。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ This computer&apos;s clock is off by %n minute(s).</source>
        <translation>
            <numerusform>▲ 本机时钟相差%n分钟。</numerusform>
        </translation>
    </message>
    <message>
        <source>○ %1, %2: waits to be sent</source>
        <translation>○ %1，%2：待发送</translation>
    </message>
    <message>
        <source>✓ %1, %2: sent</source>
        <translation>✓ %1，%2：已发送</translation>
    </message>
    <message>
        <source>✗ %1, %2: not taken. %3</source>
        <translation>✗ %1，%2：未被接受。%3</translation>
    </message>
    <message>
        <source>– %1, %2: settled</source>
        <translation>– %1，%2：已处理</translation>
    </message>
    <message>
        <source>Earlier second-generation card</source>
        <translation>曾办理第二代居民身份证</translation>
    </message>
    <message>
        <source>Fingerprints on record</source>
        <translation>已登记指纹信息</translation>
    </message>
    <message>
        <source>Photo not too old</source>
        <translation>照片在可用年限内</translation>
    </message>
    <message>
        <source>Fingerprints not too old</source>
        <translation>指纹在可用年限内</translation>
    </message>
    <message>
        <source>Household data unchanged</source>
        <translation>户口登记项目无变动</translation>
    </message>
    <message>
        <source>No application under way</source>
        <translation>无在办申请</translation>
    </message>
    <message>
        <source>Account tied to the person</source>
        <translation>账户已实名认证</translation>
    </message>
    <message>
        <source>case %1</source>
        <translation>案卷%1</translation>
    </message>
    <message>
        <source>number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>birth date</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>ethnic group</source>
        <translation>民族</translation>
    </message>
    <message>
        <source>address</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>differs: %1</source>
        <translation>不一致：%1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>%1: the platform has another version than we. Compare it there, and tell its office. (%2)</source>
        <translation>%1：平台与本机版本不一致，请到平台核对并告知其管理单位。（%2）</translation>
    </message>
    <message>
        <source>%1: something of a kind that this program does not know; a newer program is needed. (%2)</source>
        <translation>%1：收到本程序不能识别的内容，需要更新程序。（%2）</translation>
    </message>
    <message>
        <source>%1: a payment does not agree with the platform&apos;s account of the day. (%2)</source>
        <translation>%1：缴费与平台当日账目不符。（%2）</translation>
    </message>
    <message>
        <source>%1: an entry does not fit the agreement and was not used. Tell the platform&apos;s office. (%2)</source>
        <translation>%1：有内容不符合约定，未被采用，请告知平台管理单位。（%2）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>other hours</source>
        <translation>另定时间</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>停办</translation>
    </message>
    <message>
        <source>holiday</source>
        <translation>节假日</translation>
    </message>
    <message>
        <source>no hours</source>
        <translation>不办公</translation>
    </message>
    <message>
        <source>the day is closed</source>
        <translation>当日不办</translation>
    </message>
    <message>
        <source>a holiday</source>
        <translation>法定节假日</translation>
    </message>
    <message>
        <source>no longer open on this day</source>
        <translation>该日不再办公</translation>
    </message>
    <message>
        <source>the hours changed</source>
        <translation>办公时间调整</translation>
    </message>
    <message>
        <source>fewer windows</source>
        <translation>窗口减少</translation>
    </message>
    <message>
        <source>▲ not reached</source>
        <translation>▲ 未联系上</translation>
    </message>
    <message>
        <source>✓ comes all the same</source>
        <translation>✓ 仍按原时间来</translation>
    </message>
    <message>
        <source>○ was told</source>
        <translation>○ 已告知</translation>
    </message>
</context>
<context>
    <name>CaseWords</name>
    <message>
        <source>set aside</source>
        <translation>暂放</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>en</source>
        <comment>the language of the interface: en or zh</comment>
        <translation>zh</translation>
    </message>
</context>
<context>
    <name>LifeTexts</name>
    <message>
        <source>The county police sent it back.</source>
        <translation>县级公安机关退回。</translation>
    </message>
    <message>
        <source>The city police sent it back.</source>
        <translation>市级公安机关退回。</translation>
    </message>
    <message>
        <source>The card centre sent it back.</source>
        <translation>制证中心退回。</translation>
    </message>
    <message>
        <source>The review at the station sent it back.</source>
        <translation>所内审核退回。</translation>
    </message>
    <message>
        <source>The application was begun at the counter.</source>
        <translation>窗口开始登记。</translation>
    </message>
    <message>
        <source>The application was accepted and the slip handed out.</source>
        <translation>申请已受理，已发给领取凭证。</translation>
    </message>
    <message>
        <source>The online application was accepted.</source>
        <translation>网上申请已受理。</translation>
    </message>
    <message>
        <source>The acceptance was a mistake and was voided.</source>
        <translation>误受理，已作废。</translation>
    </message>
    <message>
        <source>The applicant withdrew the application.</source>
        <translation>申请人撤回申请。</translation>
    </message>
    <message>
        <source>The application lapsed, because it was not paid in time.</source>
        <translation>逾期未缴费，申请终止。</translation>
    </message>
    <message>
        <source>The application was refused.</source>
        <translation>申请不予受理（签发）。</translation>
    </message>
    <message>
        <source>The station reviewed and approved it.</source>
        <translation>派出所审核通过。</translation>
    </message>
    <message>
        <source>A second officer confirmed what is unusual about it.</source>
        <translation>第二名民警确认了例外情况。</translation>
    </message>
    <message>
        <source>The approval was taken back; it is reviewed again.</source>
        <translation>审核已撤回，重新审核。</translation>
    </message>
    <message>
        <source>It was sent to the county police.</source>
        <translation>已上报县级公安机关。</translation>
    </message>
    <message>
        <source>The station called it back from the county.</source>
        <translation>派出所从县级公安机关撤回。</translation>
    </message>
    <message>
        <source>The county police signed the card.</source>
        <translation>县级公安机关已签发。</translation>
    </message>
    <message>
        <source>The card centre took it in.</source>
        <translation>制证中心已接收。</translation>
    </message>
    <message>
        <source>The card centre began to make the card.</source>
        <translation>制证中心开始制证。</translation>
    </message>
    <message>
        <source>The card was made.</source>
        <translation>证件已制成。</translation>
    </message>
    <message>
        <source>The card was sent to the station.</source>
        <translation>证件已发往派出所。</translation>
    </message>
    <message>
        <source>The card arrived at the station.</source>
        <translation>证件已到派出所。</translation>
    </message>
    <message>
        <source>What was wrong was done again; it goes on.</source>
        <translation>退回的项目已重新办理，继续流转。</translation>
    </message>
    <message>
        <source>The card has a fault and is made again.</source>
        <translation>证件有问题，重新制作。</translation>
    </message>
    <message>
        <source>The fault was reported to the card centre.</source>
        <translation>已向制证中心报告废证。</translation>
    </message>
    <message>
        <source>The card was not in the delivery and is made again.</source>
        <translation>到货中缺此证，重新制作。</translation>
    </message>
    <message>
        <source>The card was not found at the station and is made again.</source>
        <translation>所内盘点未见此证，重新制作。</translation>
    </message>
    <message>
        <source>The card was lost in the mail and is made again.</source>
        <translation>证件在邮寄途中遗失，重新制作。</translation>
    </message>
    <message>
        <source>The card centre began to make the card again.</source>
        <translation>制证中心开始重制。</translation>
    </message>
    <message>
        <source>The applicant was told that the card is ready.</source>
        <translation>已通知申请人领证。</translation>
    </message>
    <message>
        <source>The applicant was called.</source>
        <translation>已联系申请人。</translation>
    </message>
    <message>
        <source>The card was handed out.</source>
        <translation>证件已发放。</translation>
    </message>
    <message>
        <source>The handing-out was a mistake and was taken back.</source>
        <translation>误发证，已撤销。</translation>
    </message>
    <message>
        <source>The card was mailed.</source>
        <translation>证件已寄出。</translation>
    </message>
    <message>
        <source>The mail delivered the card.</source>
        <translation>邮件已妥投。</translation>
    </message>
    <message>
        <source>The mail brought the card back to the station.</source>
        <translation>邮件退回派出所。</translation>
    </message>
    <message>
        <source>Nobody fetched the card within the set time.</source>
        <translation>超过规定时间无人领取。</translation>
    </message>
    <message>
        <source>The card was handed back to the county police.</source>
        <translation>证件已上缴县级公安机关。</translation>
    </message>
    <message>
        <source>The card was destroyed.</source>
        <translation>证件已销毁。</translation>
    </message>
    <message>
        <source>The case was closed.</source>
        <translation>案件办结。</translation>
    </message>
    <message>
        <source>The time was extended by 30 days.</source>
        <translation>办理期限延长 30 日。</translation>
    </message>
    <message>
        <source>A temporary card was issued.</source>
        <translation>已发放临时居民身份证。</translation>
    </message>
    <message>
        <source>The temporary card was taken back.</source>
        <translation>已收回临时居民身份证。</translation>
    </message>
    <message>
        <source>by telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>by text message</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>by letter</source>
        <translation>书面通知</translation>
    </message>
    <message>
        <source>parcel %1</source>
        <translation>邮件号 %1</translation>
    </message>
    <message>
        <source>serial %1</source>
        <translation>证件编号 %1</translation>
    </message>
    <message>
        <source>package %1</source>
        <translation>数据包 %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>second officer: %1</source>
        <translation>第二名民警：%1</translation>
    </message>
    <message>
        <source>¥%1 back</source>
        <translation>退费 ¥%1</translation>
    </message>
    <message>
        <source>told with a later step</source>
        <translation>由后续反馈推定</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between the parts of a detail</comment>
        <translation>；</translation>
    </message>
    <message>
        <source>The clerk completes the application.</source>
        <translation>由受理民警完成登记。</translation>
    </message>
    <message>
        <source>Another officer of the station reviews it.</source>
        <translation>由派出所另一名民警审核。</translation>
    </message>
    <message>
        <source>The supervisor sends it off with the next package.</source>
        <translation>由所长随下一数据包上报。</translation>
    </message>
    <message>
        <source>The county police check and sign it.</source>
        <translation>由县级公安机关审核签发。</translation>
    </message>
    <message>
        <source>The city police check it, and the card centre takes it in.</source>
        <translation>由市级公安机关复核，制证中心接收。</translation>
    </message>
    <message>
        <source>The card centre makes the card.</source>
        <translation>由制证中心制证。</translation>
    </message>
    <message>
        <source>The card centre sends the card to the station.</source>
        <translation>由制证中心发往派出所。</translation>
    </message>
    <message>
        <source>The station counts the delivery and puts the card away.</source>
        <translation>由派出所清点到货并入柜。</translation>
    </message>
    <message>
        <source>The station tells the applicant, or mails the card.</source>
        <translation>由派出所通知申请人领证，或者寄出。</translation>
    </message>
    <message>
        <source>The applicant fetches the card, with the slip or the booklet.</source>
        <translation>申请人凭领取凭证或者户口簿领证。</translation>
    </message>
    <message>
        <source>The case is closed when the day is over and the old cards are back.</source>
        <translation>当日结束且原证、临时证收回后办结。</translation>
    </message>
    <message>
        <source>The mail delivers the card.</source>
        <translation>由邮政投递。</translation>
    </message>
    <message>
        <source>The case is closed when the old cards are back.</source>
        <translation>原证、临时证收回后办结。</translation>
    </message>
    <message>
        <source>The clerk asks the applicant in, to do again what was wrong.</source>
        <translation>由受理民警请申请人到所，只重新办理退回的项目。</translation>
    </message>
    <message>
        <source>The card centre makes the card again.</source>
        <translation>由制证中心重制。</translation>
    </message>
    <message>
        <source>The supervisor hands the card back or has it destroyed, unless it is fetched.</source>
        <translation>由所长上缴或者组织销毁；来领的仍发给。</translation>
    </message>
    <message>
        <source>Nothing more is to be done.</source>
        <translation>已无待办事项。</translation>
    </message>
    <message>
        <source>clerk</source>
        <translation>受理员</translation>
    </message>
    <message>
        <source>reviewer</source>
        <translation>审核人</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>所长</translation>
    </message>
    <message>
        <source>county police</source>
        <translation>县级公安机关</translation>
    </message>
    <message>
        <source>card centre</source>
        <translation>制证中心</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>邮政</translation>
    </message>
    <message>
        <source>applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>证件损坏</translation>
    </message>
    <message>
        <source>chip cannot be read</source>
        <translation>芯片无法读取</translation>
    </message>
    <message>
        <source>wrong text or photo</source>
        <translation>证面文字或照片有误</translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation>到货缺件</translation>
    </message>
    <message>
        <source>lost at the station</source>
        <translation>所内遗失</translation>
    </message>
    <message>
        <source>lost in the mail</source>
        <translation>邮寄途中遗失</translation>
    </message>
    <message>
        <source>station</source>
        <translation>派出所</translation>
    </message>
    <message>
        <source>county</source>
        <translation>县级</translation>
    </message>
    <message>
        <source>city</source>
        <translation>市级</translation>
    </message>
    <message>
        <source>centre</source>
        <translation>制证中心</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>first finger</source>
        <translation>第一枚指纹</translation>
    </message>
    <message>
        <source>second finger</source>
        <translation>第二枚指纹</translation>
    </message>
    <message>
        <source>form</source>
        <translation>登记表</translation>
    </message>
    <message>
        <source>The station asked the county to send it back.</source>
        <translation>本所已向县级公安机关申请撤回。</translation>
    </message>
    <message>
        <source>no earlier card on record</source>
        <translation>无以前办证记录</translation>
    </message>
    <message>
        <source>no fingerprints on record</source>
        <translation>无指纹登记信息</translation>
    </message>
    <message>
        <source>photo older than allowed</source>
        <translation>照片超过可用年限</translation>
    </message>
    <message>
        <source>fingerprints older than allowed</source>
        <translation>指纹超过可用年限</translation>
    </message>
    <message>
        <source>household data differ from the record</source>
        <translation>户口登记项目与存档不一致</translation>
    </message>
    <message>
        <source>account not tied to the person</source>
        <translation>账户未实名认证</translation>
    </message>
    <message>
        <source>another application under way</source>
        <translation>另有在办申请</translation>
    </message>
    <message>
        <source>An officer confirmed the online re-issue although not every condition held.</source>
        <translation>网上补领条件未全部满足，经民警确认准予办理。</translation>
    </message>
    <message>
        <source>The payment order was paid.</source>
        <translation>缴款单已缴费。</translation>
    </message>
    <message>
        <source>The applicant was reminded of the payment order.</source>
        <translation>已提醒申请人缴费。</translation>
    </message>
    <message>
        <source>reason: %1</source>
        <translation>理由：%1</translation>
    </message>
    <message>
        <source>The applicant pays the order; then another officer of the station reviews it.</source>
        <translation>申请人缴费后，由派出所另一名民警审核。</translation>
    </message>
</context>
<context>
    <name>PaperTexts</name>
    <message>
        <source>○ not printed yet</source>
        <translation>○ 尚未打印</translation>
    </message>
    <message>
        <source>… being made</source>
        <translation>… 正在生成</translation>
    </message>
    <message>
        <source>… being printed on %1</source>
        <translation>… 正在 %1 上打印</translation>
    </message>
    <message numerus="yes">
        <source>✓ printed %n time(s)</source>
        <translation>
            <numerusform>✓ 已打印 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>■ %1</source>
        <translation>■ %1</translation>
    </message>
</context>
<context>
    <name>ReviewWords</name>
    <message>
        <source>%1 was not taken: %2</source>
        <translation>%1未采集：%2</translation>
    </message>
    <message>
        <source>Photo accepted all the same. %1: %2</source>
        <comment>rule of the photo standard, the clerk&apos;s reason</comment>
        <translation>照片说明理由后接受。%1：%2</translation>
    </message>
    <message>
        <source>Photo: %1 could not be measured.</source>
        <translation>照片：“%1”未能检测。</translation>
    </message>
    <message>
        <source>Reduction: %1, proved by %2</source>
        <translation>减免：%1，证明：%2</translation>
    </message>
    <message>
        <source>Sex or birth date are not those of the number: %1</source>
        <translation>性别或出生日期与号码不一致：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between reasons</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>item at fault, what is wrong</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what is wrong, note</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>what happened, why</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>■ %n day(s) late</source>
        <translation>
            <numerusform>■ 超期 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>还剩 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>free of charge</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>paid %1 in cash</source>
        <translation>现金已收 %1</translation>
    </message>
    <message>
        <source>paid %1 at the terminal</source>
        <translation>刷卡扫码已收 %1</translation>
    </message>
    <message>
        <source>paid %1</source>
        <translation>已收 %1</translation>
    </message>
    <message>
        <source>receipt %1</source>
        <translation>票据 %1</translation>
    </message>
    <message>
        <source>given back %1</source>
        <translation>已退 %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>paid %1 online</source>
        <translation>网上支付%1</translation>
    </message>
    <message>
        <source>payment order, not paid, until %1</source>
        <translation>缴款单，未缴，%1 前缴费</translation>
    </message>
    <message>
        <source>payment order, paid %1</source>
        <translation>缴款单，已缴 %1</translation>
    </message>
</context>
<context>
    <name>Texts</name>
    <message>
        <source>A citizen number has 18 characters. Type the missing ones.</source>
        <translation>公民身份号码应为 18 位，请补全。</translation>
    </message>
    <message>
        <source>Only digits are allowed, and an X at the end.</source>
        <translation>只能输入数字，最后一位可以是 X。</translation>
    </message>
    <message>
        <source>The birth date in the number does not exist. Compare it with the booklet.</source>
        <translation>号码中的出生日期不存在，请与户口簿核对。</translation>
    </message>
    <message>
        <source>The last character does not match the others. Compare the number with the booklet.</source>
        <translation>校验码不符，请与户口簿逐位核对。</translation>
    </message>
    <message>
        <source>This is a number of 15 digits. Use the one of 18 characters in the booklet.</source>
        <translation>这是 15 位旧号码，请使用户口簿上的 18 位号码。</translation>
    </message>
    <message>
        <source>The birth date in the number is in the future. Check the number and this computer&apos;s date.</source>
        <translation>号码中的出生日期在今天之后，请核对号码和本机日期。</translation>
    </message>
    <message>
        <source>The first six digits are in no list of divisions. Look at the booklet; if it says the same, go on.</source>
        <translation>前六位不在行政区划代码表中。请看户口簿，如一致可以继续。</translation>
    </message>
    <message>
        <source>This is no acceptance number: it has 22 digits.</source>
        <translation>受理号不正确：应为 22 位数字。</translation>
    </message>
    <message>
        <source>The value is not in the code table. Choose one from the list.</source>
        <translation>代码表中没有这一项，请从列表中选择。</translation>
    </message>
    <message>
        <source>Enter the name as it is written in the booklet.</source>
        <translation>请按户口簿填写姓名。</translation>
    </message>
    <message>
        <source>The name has more than 50 characters. Compare it with the booklet.</source>
        <translation>姓名超过 50 个字，请与户口簿核对。</translation>
    </message>
    <message>
        <source>The name has a character that no name has. Compare it with the booklet.</source>
        <translation>姓名中有不应出现的字符，请与户口簿核对。</translation>
    </message>
    <message>
        <source>Enter the address of the booklet, beginning with the province.</source>
        <translation>请按户口簿填写住址，以省（自治区、直辖市）开头。</translation>
    </message>
    <message>
        <source>This is no date. Type it as 2026-11-24.</source>
        <translation>日期不正确，请按 2026-11-24 的格式填写。</translation>
    </message>
    <message>
        <source>The number differs from the household record. Have it corrected first, at the household desk.</source>
        <translation>号码与户籍登记不一致，请先到户籍窗口办理更正。</translation>
    </message>
    <message>
        <source>The population register does not know this number. Compare it with the booklet; then ask the household desk.</source>
        <translation>人口信息系统中查无此号码。请与户口簿核对，仍不符的到户籍窗口核实。</translation>
    </message>
    <message>
        <source>Name, sex, birth date or ethnic group differ from the record. Have the booklet changed first, at the household desk.</source>
        <translation>姓名、性别、出生日期或民族与登记不一致，请先到户籍窗口办理变更更正。</translation>
    </message>
    <message>
        <source>The person was struck off this booklet. Ask the household desk.</source>
        <translation>此人已从该户注销，请向户籍窗口核实。</translation>
    </message>
    <message>
        <source>The booklet was reported lost. Keep it and call the supervisor.</source>
        <translation>此户口簿已挂失，请留置并通知所长。</translation>
    </message>
    <message>
        <source>The seal of the station is missing in the booklet. Have it stamped first, at the household desk.</source>
        <translation>户口簿缺派出所户口专用章，请先到户籍窗口补盖。</translation>
    </message>
    <message>
        <source>Soldiers and armed police apply through their unit. Do not accept here.</source>
        <translation>现役军人、武警由所在部队办理，此处不受理。</translation>
    </message>
    <message>
        <source>An application of this citizen is already under way. Look it up; a second one cannot be accepted.</source>
        <translation>该公民已有在办申请，请先查询；不能重复受理。</translation>
    </message>
    <message>
        <source>Under 16 the guardian applies. Enter guardian&apos;s number, name and relation.</source>
        <translation>未满十六周岁由监护人代为申请，请填写监护人号码、姓名和关系。</translation>
    </message>
    <message>
        <source>Choose what is applied for.</source>
        <translation>请选择申领原因。</translation>
    </message>
    <message>
        <source>This citizen has held a second-generation card: it is no first application. Choose renewal, damage or loss.</source>
        <translation>该公民已领过二代证，不属首次申领。请选择换领或补领。</translation>
    </message>
    <message>
        <source>This citizen has never held a card: choose the first application.</source>
        <translation>该公民从未领证，请选择首次申领。</translation>
    </message>
    <message>
        <source>The reason does not fit the age. Choose the one for under 16, or for 16 and more.</source>
        <translation>申领原因与年龄不符，请按是否满十六周岁选择。</translation>
    </message>
    <message>
        <source>The identity cannot be settled. Ask for a proof, or have the household visited.</source>
        <translation>身份无法确认，请补充证明或入户核实。</translation>
    </message>
    <message>
        <source>The address differs from the record. Have the household record changed first.</source>
        <translation>住址与户籍登记不一致，请先办理户口变更。</translation>
    </message>
    <message>
        <source>The card is valid for more than three months. Renewing it so early needs a reason.</source>
        <translation>证件有效期还有三个月以上，提前换领请说明原因。</translation>
    </message>
    <message>
        <source>The registered data differ or lack a photo: not off-site. Send the citizen to the home station.</source>
        <translation>登记信息不符或缺照片，不能异地受理，请到户籍地办理。</translation>
    </message>
    <message>
        <source>There is a fraud record: not off-site. Call the supervisor.</source>
        <translation>有冒领、伪造等记录，不能异地受理，请通知所长。</translation>
    </message>
    <message>
        <source>This station does not accept off-site applications of this kind. Send the citizen to the home station.</source>
        <translation>本所不受理此类异地申请，请到户籍地办理。</translation>
    </message>
    <message>
        <source>The price of this business is not settled. Ask the supervisor to set it in the fee table; nothing can be charged before.</source>
        <translation>该业务收费标准未确定，请所长在收费表中设定后再受理。</translation>
    </message>
    <message>
        <source>This reduction does not cover this business. Choose another or none.</source>
        <translation>该减免不适用于此业务，请更换或取消。</translation>
    </message>
    <message>
        <source>Enter what proves the reduction.</source>
        <translation>请填写减免证明材料。</translation>
    </message>
    <message>
        <source>The case is not in a state in which this can be done. Open it again to see where it stands.</source>
        <translation>案件当前状态不能办理此项，请重新打开查看。</translation>
    </message>
    <message>
        <source>This needs the supervisor. Ask for the supervisor&apos;s log-in.</source>
        <translation>此操作需要所长权限，请所长登录。</translation>
    </message>
    <message>
        <source>Choose the ethnic group of the booklet.</source>
        <translation>请按户口簿选择民族。</translation>
    </message>
    <message>
        <source>Enter the authority that signs the card.</source>
        <translation>请填写签发机关。</translation>
    </message>
    <message>
        <source>Tick the checks of the booklet: each in order or not.</source>
        <translation>请逐项核对户口簿：相符或不符。</translation>
    </message>
    <message>
        <source>Show the citizen the notice on personal data, then tick it.</source>
        <translation>请向申请人出示个人信息告知书并勾选。</translation>
    </message>
    <message>
        <source>Say what became of the card held until now.</source>
        <translation>请登记原证情况。</translation>
    </message>
    <message>
        <source>Take the photo.</source>
        <translation>请拍摄照片。</translation>
    </message>
    <message>
        <source>The photo breaks a rule that cannot be waived. Take it again.</source>
        <translation>照片不符合强制要求，请重拍。</translation>
    </message>
    <message>
        <source>The photo has a warning. Give a reason or take it again.</source>
        <translation>照片有提示项，请说明理由或重拍。</translation>
    </message>
    <message>
        <source>Look at the photo and tick what the program cannot judge.</source>
        <translation>请目视检查照片并勾选各项。</translation>
    </message>
    <message>
        <source>Take two fingers, or say why that cannot be done.</source>
        <translation>请采集两枚指纹，无法采集的请说明原因。</translation>
    </message>
    <message>
        <source>Say why the finger cannot be taken.</source>
        <translation>请说明该手指无法采集的原因。</translation>
    </message>
    <message>
        <source>A second officer must confirm the exception. Ask a colleague to log in here.</source>
        <translation>例外情况须第二名民警确认，请同事在此登录。</translation>
    </message>
    <message>
        <source>Enter the phone number.</source>
        <translation>请填写联系电话。</translation>
    </message>
    <message>
        <source>This is no phone number: 11 digits of a mobile phone, or area code and number.</source>
        <translation>电话号码不正确：手机 11 位，或区号加号码。</translation>
    </message>
    <message>
        <source>Enter the address the card is mailed to.</source>
        <translation>请填写邮寄地址。</translation>
    </message>
    <message>
        <source>Print the form for the signature.</source>
        <translation>请打印登记表供签字。</translation>
    </message>
    <message>
        <source>Let the citizen read what the card will say, then confirm.</source>
        <translation>请申请人核对证件内容并确认。</translation>
    </message>
    <message>
        <source>Confirm that the form was signed.</source>
        <translation>请确认登记表已签字。</translation>
    </message>
    <message>
        <source>Take the fee, or choose how it is paid.</source>
        <translation>请收费，或选择缴费方式。</translation>
    </message>
    <message>
        <source>Less was handed over than is owed.</source>
        <translation>所收金额不足。</translation>
    </message>
    <message>
        <source>Enter the reference that the terminal printed.</source>
        <translation>请填写收款终端的凭证号。</translation>
    </message>
    <message>
        <source>The price has changed since it was shown. Look at it again and tell the citizen.</source>
        <translation>收费标准在显示后有变动，请重新核对并告知申请人。</translation>
    </message>
    <message>
        <source>A table is missing. Ask the supervisor to install the program again.</source>
        <translation>缺少代码表，请所长重新安装程序。</translation>
    </message>
    <message>
        <source>A table has a fault. Ask the supervisor to import it anew; the line and column are named below.</source>
        <translation>代码表有错误，请所长重新导入；行列见下。</translation>
    </message>
    <message>
        <source>The record no longer exists. Search again.</source>
        <translation>记录已不存在，请重新查询。</translation>
    </message>
    <message>
        <source>The record cannot be read. Tell the supervisor.</source>
        <translation>记录无法读取，请通知所长。</translation>
    </message>
    <message>
        <source>The record was changed outside this program and is not shown. Tell the supervisor.</source>
        <translation>记录被程序以外的方式改动，不予显示，请通知所长。</translation>
    </message>
    <message>
        <source>Someone else has changed the record meanwhile. Open it again.</source>
        <translation>记录已被他人修改，请重新打开。</translation>
    </message>
    <message>
        <source>The draft is open at another counter. Take it over there, or go on here with a notice.</source>
        <translation>草稿正在其他窗口打开。可在该窗口继续，或在此接手。</translation>
    </message>
    <message>
        <source>Another program is writing. Saving is tried again by itself.</source>
        <translation>其他程序正在写入，将自动重试保存。</translation>
    </message>
    <message>
        <source>The disk is full. Free some space; saving is tried again by itself.</source>
        <translation>磁盘已满，请清理空间；将自动重试保存。</translation>
    </message>
    <message>
        <source>The database is read-only. Ask the supervisor to check the rights of its folder; keep the program open.</source>
        <translation>数据库为只读，请所长检查目录权限；请勿关闭程序。</translation>
    </message>
    <message>
        <source>The database does not answer. Keep the program open and tell the supervisor.</source>
        <translation>数据库无响应，请勿关闭程序并通知所长。</translation>
    </message>
    <message>
        <source>The data come from a newer version. Update this program.</source>
        <translation>数据来自更新的版本，请升级本程序。</translation>
    </message>
    <message>
        <source>The acceptance numbers of this counter are used up for today. Tell the supervisor.</source>
        <translation>本窗口今日受理号已用完，请通知所长。</translation>
    </message>
    <message>
        <source>The receipt book is used up. Ask the supervisor to enter a new one.</source>
        <translation>票据已用完，请所长登记新票据。</translation>
    </message>
    <message>
        <source>Name and passphrase do not belong together. Try again.</source>
        <translation>用户名或口令不正确，请重试。</translation>
    </message>
    <message>
        <source>Too many wrong passphrases. Wait a moment, then try again.</source>
        <translation>口令错误次数过多，请稍后再试。</translation>
    </message>
    <message>
        <source>A passphrase has eight characters or more and is not the log-in name.</source>
        <translation>口令至少 8 位，且不能与用户名相同。</translation>
    </message>
    <message>
        <source>The station is already set up. Log in.</source>
        <translation>派出所已设置，请登录。</translation>
    </message>
    <message>
        <source>The station is not set up yet.</source>
        <translation>尚未设置派出所。</translation>
    </message>
    <message>
        <source>The two parts of the recovery key do not open this station. Compare them with the prints.</source>
        <translation>恢复密钥两部分不能打开本所数据，请与打印件核对。</translation>
    </message>
    <message>
        <source>The confirmation must come from another officer. Ask a colleague.</source>
        <translation>须由另一名民警确认，请同事登录。</translation>
    </message>
    <message>
        <source>No camera found. Plug it in; it is recognised by itself. Or load a photo from a file.</source>
        <translation>未找到摄像头。请接好，程序会自动识别；也可从文件导入照片。</translation>
    </message>
    <message>
        <source>The camera is used by another program. Close that program; the picture comes by itself.</source>
        <translation>摄像头被其他程序占用。请关闭该程序，画面会自动恢复。</translation>
    </message>
    <message>
        <source>This user may not open the camera. Ask the administrator for the right to use it.</source>
        <translation>当前用户无权使用摄像头，请管理员授权。</translation>
    </message>
    <message>
        <source>The camera was unplugged. The photo taken is kept. Plug it in again; the picture comes back by itself.</source>
        <translation>摄像头已断开，已拍照片已保存。请重新接好，画面会自动恢复。</translation>
    </message>
    <message>
        <source>The camera&apos;s picture is coarse. Choose a better resolution or another camera.</source>
        <translation>摄像头分辨率过低，请提高分辨率或更换摄像头。</translation>
    </message>
    <message>
        <source>The file is no picture that can be read, or it is damaged. Choose another file.</source>
        <translation>文件不是可读的图片或已损坏，请另选文件。</translation>
    </message>
    <message>
        <source>The picture is too large. Choose one of at most 50 megapixels.</source>
        <translation>图片过大，请选择不超过 5000 万像素的图片。</translation>
    </message>
    <message>
        <source>The picture cannot be used for a photo. Choose another.</source>
        <translation>该图片不能用作证件照，请另选。</translation>
    </message>
    <message>
        <source>Several faces found. Only the applicant may be in the picture.</source>
        <translation>检测到多张人脸，画面中只能有申请人本人。</translation>
    </message>
    <message>
        <source>The face models are missing or damaged. The photo can be taken; what cannot be checked is marked.</source>
        <translation>人脸模型缺失或损坏。可以拍照，未检查的项目会标明。</translation>
    </message>
    <message>
        <source>No fingerprint scanner found. Plug it in; it is recognised by itself.</source>
        <translation>未找到指纹仪。请接好，程序会自动识别。</translation>
    </message>
    <message>
        <source>This user may not open the scanner. Ask the administrator for the right to use it.</source>
        <translation>当前用户无权使用指纹仪，请管理员授权。</translation>
    </message>
    <message>
        <source>The scanner was unplugged. The presses taken are saved. Plug it in again; capture goes on by itself.</source>
        <translation>指纹仪已断开，已采集的按压已保存。请重新插上 USB 线，程序会自动继续。</translation>
    </message>
    <message>
        <source>The scanner is cooling down. Go on with another step; it says when it is ready.</source>
        <translation>指纹仪正在冷却。可先办理其他步骤，就绪后会提示。</translation>
    </message>
    <message>
        <source>The scanner does not answer. It is started again by itself.</source>
        <translation>指纹仪无响应，程序正在自动重新启动。</translation>
    </message>
    <message>
        <source>No finger was placed. Press Again when the citizen is ready.</source>
        <translation>未放手指。申请人准备好后请按“再采一次”。</translation>
    </message>
    <message>
        <source>Please lift the finger.</source>
        <translation>请抬起手指。</translation>
    </message>
    <message>
        <source>The press was too short. Leave the finger on the plate for a second.</source>
        <translation>按压时间过短，请停留一秒。</translation>
    </message>
    <message>
        <source>Move the finger to the middle of the plate.</source>
        <translation>请将手指移到采集窗中央。</translation>
    </message>
    <message>
        <source>The press could not be read. Lift the finger and press again.</source>
        <translation>未能读取，请抬起手指后重新按压。</translation>
    </message>
    <message>
        <source>There is no fingerprint on the plate. Wipe the plate and press again.</source>
        <translation>未采到指纹，请擦净采集窗后重新按压。</translation>
    </message>
    <message>
        <source>Too little of the finger touches the plate. Press flat, with the whole fingertip.</source>
        <translation>接触面积过小，请用整个指腹平按。</translation>
    </message>
    <message>
        <source>The finger is too dry. Breathe on it or use the moist pad, and press again.</source>
        <translation>手指过干，请哈气或用湿巾后重新按压。</translation>
    </message>
    <message>
        <source>The finger is too wet. Dry it and press lightly.</source>
        <translation>手指过湿，请擦干后轻按。</translation>
    </message>
    <message>
        <source>The print is smeared. Press straight down without sliding.</source>
        <translation>指纹模糊，请垂直按下，不要滑动。</translation>
    </message>
    <message>
        <source>The finger moved. Hold it still.</source>
        <translation>手指移动，请保持不动。</translation>
    </message>
    <message>
        <source>This press is of another finger than the ones before. Press the finger that is asked for.</source>
        <translation>本次按压与前几次不是同一手指，请按指定的手指。</translation>
    </message>
    <message>
        <source>This finger was already taken under another name. Take the finger that is asked for.</source>
        <translation>该手指已以其他指位采集，请采集指定的手指。</translation>
    </message>
    <message>
        <source>The finger was not recognised again. Take its presses anew.</source>
        <translation>复验未通过，请重新采集该手指。</translation>
    </message>
    <message>
        <source>No printer is set up. The paper is kept; choose a printer in the settings, then print again.</source>
        <translation>未设置打印机。单据已存档，请在设置中选择打印机后重打。</translation>
    </message>
    <message>
        <source>The printer takes no jobs. Look at the printer, then print again.</source>
        <translation>打印机拒绝作业。请检查打印机后重打。</translation>
    </message>
    <message>
        <source>The printer has stopped. Look for paper and toner, then print again.</source>
        <translation>打印机已停止。请检查纸张和墨粉后重打。</translation>
    </message>
    <message>
        <source>The job waits in the queue and has not been printed. Look at the printer, then print again.</source>
        <translation>作业滞留在队列中，尚未打印。请检查打印机后重打。</translation>
    </message>
    <message>
        <source>The paper was not printed. Print it again.</source>
        <translation>打印失败，请重打。</translation>
    </message>
    <message>
        <source>The paper could not be made. Tell the supervisor; the case is kept.</source>
        <translation>单据生成失败，请通知所长；案件已保存。</translation>
    </message>
    <message>
        <source>A font for the papers is missing. Ask the administrator to install it.</source>
        <translation>缺少单据字体，请管理员安装。</translation>
    </message>
    <message>
        <source>Resident Identity Card Law, Art. 2</source>
        <translation>《居民身份证法》第二条</translation>
    </message>
    <message>
        <source>Resident Identity Card Law, Art. 7</source>
        <translation>《居民身份证法》第七条</translation>
    </message>
    <message>
        <source>Resident Identity Card Law, Art. 10</source>
        <translation>《居民身份证法》第十条</translation>
    </message>
    <message>
        <source>Resident Identity Card Law, Art. 11</source>
        <translation>《居民身份证法》第十一条</translation>
    </message>
    <message>
        <source>Resident Identity Card Law, Art. 22</source>
        <translation>《居民身份证法》第二十二条</translation>
    </message>
    <message>
        <source>Work norm for identity cards (鲁公传发[2007]810号)</source>
        <translation>居民身份证工作规范（鲁公传发[2007]810号）</translation>
    </message>
    <message>
        <source>Fee notice 财综[2004]8号</source>
        <translation>财综[2004]8号</translation>
    </message>
    <message>
        <source>Opinion on off-site acceptance, 2015</source>
        <translation>2015年异地受理意见</translation>
    </message>
    <message>
        <source>One open application per citizen</source>
        <translation>一人一件在办规则</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>登记中</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>reviewed at the station</source>
        <translation>所内审核</translation>
    </message>
    <message>
        <source>reported</source>
        <translation>已上报</translation>
    </message>
    <message>
        <source>signed by the county</source>
        <translation>已签发</translation>
    </message>
    <message>
        <source>at the card centre</source>
        <translation>制证中心接收</translation>
    </message>
    <message>
        <source>in production</source>
        <translation>制证</translation>
    </message>
    <message>
        <source>produced</source>
        <translation>成品</translation>
    </message>
    <message>
        <source>dispatched</source>
        <translation>分发</translation>
    </message>
    <message>
        <source>received at the station</source>
        <translation>站内收证</translation>
    </message>
    <message>
        <source>ready, applicant told</source>
        <translation>已通知</translation>
    </message>
    <message>
        <source>collected</source>
        <translation>已领取</translation>
    </message>
    <message>
        <source>mailed</source>
        <translation>已邮寄</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>办结</translation>
    </message>
    <message>
        <source>returned</source>
        <translation>退回</translation>
    </message>
    <message>
        <source>defective, remade</source>
        <translation>废证重制</translation>
    </message>
    <message>
        <source>unclaimed</source>
        <translation>逾期未领</translation>
    </message>
    <message>
        <source>handed back</source>
        <translation>上缴</translation>
    </message>
    <message>
        <source>destroyed</source>
        <translation>销毁</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>voided</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>放弃草稿</translation>
    </message>
    <message>
        <source>household booklet</source>
        <translation>居民户口簿</translation>
    </message>
    <message>
        <source>the card held until now</source>
        <translation>原居民身份证</translation>
    </message>
    <message>
        <source>guardian&apos;s card</source>
        <translation>监护人居民身份证</translation>
    </message>
    <message>
        <source>proof of kinship</source>
        <translation>亲属关系证明</translation>
    </message>
    <message>
        <source>a document with photo, or a proof</source>
        <translation>带照片的证件或证明</translation>
    </message>
    <message>
        <source>booklet with the change</source>
        <translation>已变更的户口簿</translation>
    </message>
    <message>
        <source>the pieces of the card</source>
        <translation>损坏的证件</translation>
    </message>
    <message>
        <source>proof for the reduction</source>
        <translation>减免证明</translation>
    </message>
    <message>
        <source>residence permit</source>
        <translation>居住证</translation>
    </message>
    <message>
        <source>Citizen number equals the record</source>
        <translation>公民身份号码与登记一致</translation>
    </message>
    <message>
        <source>Address equals the record</source>
        <translation>住址与登记一致</translation>
    </message>
    <message>
        <source>Not struck off this booklet</source>
        <translation>未从该户注销</translation>
    </message>
    <message>
        <source>Booklet not reported lost</source>
        <translation>户口簿未挂失</translation>
    </message>
    <message>
        <source>Seal of the station present</source>
        <translation>有派出所户口专用章</translation>
    </message>
    <message>
        <source>No soldier, no armed police</source>
        <translation>非现役军人、武警</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>照片宽度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>照片高度</translation>
    </message>
    <message>
        <source>Colour depth</source>
        <translation>色深</translation>
    </message>
    <message>
        <source>Resolution tag</source>
        <translation>分辨率标记</translation>
    </message>
    <message>
        <source>Width of the face</source>
        <translation>脸部宽度</translation>
    </message>
    <message>
        <source>Eyes above the lower edge</source>
        <translation>眼睛距下边沿</translation>
    </message>
    <message>
        <source>Hair below the upper edge</source>
        <translation>头顶发际距上边沿</translation>
    </message>
    <message>
        <source>Centred</source>
        <translation>左右居中</translation>
    </message>
    <message>
        <source>White background</source>
        <translation>白色背景</translation>
    </message>
    <message>
        <source>JPEG quality</source>
        <translation>JPEG 质量</translation>
    </message>
    <message>
        <source>Compression damage</source>
        <translation>压缩痕迹</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>文件大小</translation>
    </message>
    <message>
        <source>One person only</source>
        <translation>仅一人</translation>
    </message>
    <message>
        <source>Face large enough</source>
        <translation>人脸足够大</translation>
    </message>
    <message>
        <source>Face within the picture</source>
        <translation>人脸在画面内</translation>
    </message>
    <message>
        <source>Head level</source>
        <translation>头部端正</translation>
    </message>
    <message>
        <source>Facing the camera</source>
        <translation>正对镜头</translation>
    </message>
    <message>
        <source>Head neither raised nor lowered</source>
        <translation>不仰头、不低头</translation>
    </message>
    <message>
        <source>Eyes open</source>
        <translation>双眼睁开</translation>
    </message>
    <message>
        <source>Mouth closed</source>
        <translation>嘴闭合</translation>
    </message>
    <message>
        <source>Sharp</source>
        <translation>清晰</translation>
    </message>
    <message>
        <source>Not too dark</source>
        <translation>不过暗</translation>
    </message>
    <message>
        <source>Not too bright</source>
        <translation>不过亮</translation>
    </message>
    <message>
        <source>Even light</source>
        <translation>光线均匀</translation>
    </message>
    <message>
        <source>No colour cast</source>
        <translation>无偏色</translation>
    </message>
    <message>
        <source>No glare on glasses</source>
        <translation>眼镜无反光</translation>
    </message>
    <message>
        <source>Face not covered</source>
        <translation>面部无遮挡</translation>
    </message>
    <message>
        <source>No dark glasses</source>
        <translation>无深色眼镜</translation>
    </message>
    <message>
        <source>No hat</source>
        <translation>未戴帽</translation>
    </message>
    <message>
        <source>No shadow on the wall</source>
        <translation>背景无阴影</translation>
    </message>
    <message>
        <source>Plain wall</source>
        <translation>背景墙素净</translation>
    </message>
    <message>
        <source>No white clothes, no uniform</source>
        <translation>未着白色或制式服装</translation>
    </message>
    <message>
        <source>Natural look</source>
        <translation>神态自然</translation>
    </message>
    <message>
        <source>Glasses as usual, no tint</source>
        <translation>常戴眼镜，无色</translation>
    </message>
    <message>
        <source>Ears and brows visible</source>
        <translation>露耳露眉</translation>
    </message>
    <message>
        <source>Not retouched</source>
        <translation>未修饰失真</translation>
    </message>
    <message>
        <source>Name, sex, birth, ethnic group equal it</source>
        <translation>姓名、性别、出生日期、民族与登记一致</translation>
    </message>
    <message>
        <source>Reason and old card do not fit: a lost card is re-issued (41), any other is handed in. Choose again.</source>
        <translation>申领原因与原证情况不符：丢失的办补领（41），其他情况须交回原证。请重新选择。</translation>
    </message>
    <message>
        <source>Another person has this log-in. Choose another.</source>
        <translation>此登录名已有人使用，请换一个。</translation>
    </message>
    <message>
        <source>This is the only supervisor who can log in. Make another person supervisor first.</source>
        <translation>这是唯一能登录的所长，请先增设另一名所长。</translation>
    </message>
    <message>
        <source>The first number of a receipt book is 1 or more, the last is not before it, and no other book has its numbers.</source>
        <translation>票据本起号应不小于 1，止号不得小于起号，且不得与其他票据本重号。</translation>
    </message>
    <message>
        <source>There is not enough memory to check the passphrase. Close other programs and try again.</source>
        <translation>内存不足，无法核对口令。请关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>The photo is not 358 pixels wide. Take it again or choose the right file.</source>
        <translation>照片宽度不是 358 像素，请重拍或另选文件。</translation>
    </message>
    <message>
        <source>The photo is not 441 pixels high. Take it again or choose the right file.</source>
        <translation>照片高度不是 441 像素，请重拍或另选文件。</translation>
    </message>
    <message>
        <source>The photo is not in colour. Take it again in colour.</source>
        <translation>照片不是彩色，请重新拍摄彩色照片。</translation>
    </message>
    <message>
        <source>The file does not say 350 dots per inch. Load it here, and it is written anew.</source>
        <translation>文件未标明 350 dpi，请在此导入，由程序重新写入。</translation>
    </message>
    <message>
        <source>The face is too wide or too narrow in the photo. Change the size of the crop.</source>
        <translation>人脸宽度不合要求，请调整裁剪大小。</translation>
    </message>
    <message>
        <source>The eyes are too low in the photo. Move the crop down.</source>
        <translation>眼睛位置过低，请将裁剪框下移。</translation>
    </message>
    <message>
        <source>The room above the hair is too small or too large. Move the crop.</source>
        <translation>头顶距上边缘过小或过大，请移动裁剪框。</translation>
    </message>
    <message>
        <source>The head is not in the middle. Move the crop to the side.</source>
        <translation>头部未居中，请左右移动裁剪框。</translation>
    </message>
    <message>
        <source>The background is not white. Take the photo before a plain wall.</source>
        <translation>背景不是白色，请在素净的墙面前拍摄。</translation>
    </message>
    <message>
        <source>The file is compressed more or less than usual.</source>
        <translation>文件压缩程度与常规不同。</translation>
    </message>
    <message>
        <source>The picture shows blocks from compression. Use a better file or take it again.</source>
        <translation>画面有压缩块状痕迹，请换用更好的文件或重拍。</translation>
    </message>
    <message>
        <source>The file is smaller or larger than usual.</source>
        <translation>文件大小与常规不同。</translation>
    </message>
    <message>
        <source>Exactly one person may be in the picture. Ask the others to step aside.</source>
        <translation>画面中只能有申请人一人，请其他人离开。</translation>
    </message>
    <message>
        <source>The face is too small in the picture. Come closer to the camera.</source>
        <translation>人脸过小，请靠近摄像头。</translation>
    </message>
    <message>
        <source>The person reaches over the edge of the picture. Move into the frame.</source>
        <translation>人像超出画面，请移到取景框内。</translation>
    </message>
    <message>
        <source>The head is tilted. Hold it straight.</source>
        <translation>头部倾斜，请摆正。</translation>
    </message>
    <message>
        <source>The head is turned aside. Look straight into the camera.</source>
        <translation>脸偏向一侧，请正对摄像头。</translation>
    </message>
    <message>
        <source>The chin is too high or too low. Look straight ahead.</source>
        <translation>抬头或低头过多，请平视前方。</translation>
    </message>
    <message>
        <source>The eyes are closed. Open them wide.</source>
        <translation>眼睛未睁开，请睁大眼睛。</translation>
    </message>
    <message>
        <source>The mouth is open. Close it.</source>
        <translation>嘴巴张开，请合上。</translation>
    </message>
    <message>
        <source>The picture is not sharp. Hold still; wipe the lens if it stays so.</source>
        <translation>画面不清晰，请保持不动；仍不清晰时请擦拭镜头。</translation>
    </message>
    <message>
        <source>The face is too dark. Give it more light from the front.</source>
        <translation>面部过暗，请增加正面光线。</translation>
    </message>
    <message>
        <source>The face is too bright. Give it less light.</source>
        <translation>面部过亮，请减弱光线。</translation>
    </message>
    <message>
        <source>One side of the face is darker. Turn the lamp or close the curtain.</source>
        <translation>面部一侧偏暗，请调整灯光或拉上窗帘。</translation>
    </message>
    <message>
        <source>The colours are not natural. Change the light.</source>
        <translation>颜色失真，请调整灯光。</translation>
    </message>
    <message>
        <source>There is glare on the glasses. Lower the head a little, or turn the lamp away.</source>
        <translation>眼镜反光，请稍低头或调整灯光。</translation>
    </message>
    <message>
        <source>Something covers the face. Take off the mask, move the hair aside.</source>
        <translation>面部被遮挡，请摘下口罩、拨开头发。</translation>
    </message>
    <message>
        <source>The glasses are dark. Take them off or use clear ones.</source>
        <translation>镜片颜色过深，请摘下或换透明镜片。</translation>
    </message>
    <message>
        <source>The head is covered. Take the hat off, where the local rule does not allow it.</source>
        <translation>头部有遮盖，除当地规定允许外请摘帽。</translation>
    </message>
    <message>
        <source>There is a shadow on the wall. Step away from it.</source>
        <translation>墙上有阴影，请离墙面远一些。</translation>
    </message>
    <message>
        <source>The wall is not plain. Choose another background.</source>
        <translation>墙面不够素净，请更换背景。</translation>
    </message>
    <message>
        <source>The clothes are white or very light. Put on something dark, without a uniform.</source>
        <translation>上衣为白色或浅色，请换深色便装，不穿制服。</translation>
    </message>
    <message>
        <source>The look is not natural. No heavy make-up, no large jewellery.</source>
        <translation>妆容不自然，请勿浓妆或佩戴大件首饰。</translation>
    </message>
    <message>
        <source>Glasses are worn as usual, without tint, the frame not over the eyes.</source>
        <translation>常戴眼镜者应戴眼镜，镜片不着色，镜框不遮眼。</translation>
    </message>
    <message>
        <source>Ears and brows must be seen. Move the hair aside.</source>
        <translation>应露出双耳和双眉，请拨开头发。</translation>
    </message>
    <message>
        <source>The photo was retouched. Use one that was not.</source>
        <translation>照片经过修饰，请使用未修饰的照片。</translation>
    </message>
    <message>
        <source>%1: look yourself.</source>
        <comment>a rule for the photo</comment>
        <translation>%1：请目视确认。</translation>
    </message>
    <message>
        <source>%1: not measured, look yourself.</source>
        <comment>a rule for the photo</comment>
        <translation>%1：未检测，请目视确认。</translation>
    </message>
    <message>
        <source>%1: for information.</source>
        <comment>a rule for the photo</comment>
        <translation>%1：供参考。</translation>
    </message>
    <message>
        <source>%1: met.</source>
        <comment>a rule for the photo</comment>
        <translation>%1：符合。</translation>
    </message>
    <message>
        <source>Enter why the citizen lives here: work, study or residence.</source>
        <translation>请填写居住事由：务工、求学或居住。</translation>
    </message>
    <message>
        <source>Say why the case is discarded; the reason is kept.</source>
        <translation>请说明放弃本件的原因，原因将留存备查。</translation>
    </message>
    <message>
        <source>The file of the database is damaged. Accept nothing more here; tell the supervisor, who can go back to the last copy.</source>
        <translation>数据库文件已损坏。请停止在此受理并报告所长，可恢复到最近一次备份。</translation>
    </message>
    <message>
        <source>Today&apos;s copy of the data could not be made. Work goes on; tell the supervisor to look for room on the disk.</source>
        <translation>今日数据备份未成功，可继续受理。请报告所长检查磁盘空间。</translation>
    </message>
    <message>
        <source>The address does not begin with a province. Compare it with the booklet.</source>
        <translation>住址未以省份开头，请与户口簿核对。</translation>
    </message>
    <message>
        <source>The chip has room for 15 characters of a name. The centre&apos;s rule for long names applies; tell the citizen.</source>
        <translation>证件芯片的姓名只容 15 个字符，超长姓名按制证中心规则处理，请告知申请人。</translation>
    </message>
    <message>
        <source>The chip has room for 35 characters of an address. Shorten it as the booklet allows.</source>
        <translation>证件芯片的住址只容 35 个字符，请按户口簿规范缩写。</translation>
    </message>
    <message>
        <source>The first card was due within three months of the sixteenth birthday. Accept it, and remind the citizen of the duty.</source>
        <translation>年满十六周岁三个月内应当申领，现已超期。可以受理，请提醒申请人。</translation>
    </message>
    <message>
        <source>Warn the citizen: whoever uses a lost card is punished, and applying here is notice enough. Offer a loss report; it is voluntary.</source>
        <translation>请提示申请人：冒用他人证件须受处罚；申请补领即视为声明，无需登报，可自愿办理挂失申报。</translation>
    </message>
    <message>
        <source>Enter what is wrong on the card, and by whose fault.</source>
        <translation>请填写证件上的错误项目及责任原因。</translation>
    </message>
    <message>
        <source>Nothing stands against the application. Say in writing why it is refused.</source>
        <translation>没有不予受理的情形，请写明不予受理的理由。</translation>
    </message>
    <message>
        <source>Resident Identity Card Law, Art. 17</source>
        <translation>《居民身份证法》第十七条</translation>
    </message>
    <message>
        <source>Filling notes of the registration form</source>
        <translation>申领登记表填表说明</translation>
    </message>
    <message>
        <source>Text block of the card&apos;s chip, GA/T 490</source>
        <translation>GA/T 490 证件芯片文字信息</translation>
    </message>
    <message>
        <source>The camera sends no pictures. Press Try the camera again, or unplug it and plug it in.</source>
        <translation>摄像头没有画面。请按“重试摄像头”，或重新插拔。</translation>
    </message>
    <message>
        <source>No face found. Look into the camera with the whole head in the picture; of a file choose another one.</source>
        <translation>未找到人脸。请正对摄像头，使头部完整入镜；如为文件，请另选一张。</translation>
    </message>
    <message>
        <source>The scanner is used by another program. Close that program, then press Again.</source>
        <translation>指纹仪被其他程序占用。请关闭该程序，再按“再采一次”。</translation>
    </message>
    <message>
        <source>The scanner reports a fault. Unplug it, plug it in, and press Again.</source>
        <translation>指纹仪报告故障。请重新插拔，再按“再采一次”。</translation>
    </message>
    <message>
        <source>Nobody is seen. Sit down before the camera.</source>
        <translation>画面中没有人，请坐到摄像头前。</translation>
    </message>
    <message>
        <source>Too near. Move back from the camera a little.</source>
        <translation>离得太近，请向后退一点。</translation>
    </message>
    <message>
        <source>Turn the head a little to your right.</source>
        <translation>请把头稍向您的右边转。</translation>
    </message>
    <message>
        <source>Turn the head a little to your left.</source>
        <translation>请把头稍向您的左边转。</translation>
    </message>
    <message>
        <source>Tilt the head a little to your right.</source>
        <translation>请把头稍向您的右边偏。</translation>
    </message>
    <message>
        <source>Tilt the head a little to your left.</source>
        <translation>请把头稍向您的左边偏。</translation>
    </message>
    <message>
        <source>Raise the chin a little.</source>
        <translation>请稍抬下巴。</translation>
    </message>
    <message>
        <source>Lower the chin a little.</source>
        <translation>请稍收下巴。</translation>
    </message>
    <message>
        <source>The camera gives few pictures a second. Give it more light, or another socket of the computer.</source>
        <translation>摄像头每秒画面过少。请增加光线，或换一个电脑接口。</translation>
    </message>
    <message>
        <source>The camera&apos;s picture is dark. Take off the lens cap, switch the lamp on, and test again.</source>
        <translation>摄像头画面太暗。请取下镜头盖、打开灯，然后重新检测。</translation>
    </message>
    <message>
        <source>By the earlier application this is another finger of the citizen. Compare with the hand drawn here, and press again; pressed twice it is taken, and a reviewer looks at it.</source>
        <translation>与此人以前申领时登记的指位不符。请对照图中的手指后重按；再按一次即予采集，并由审核人员复核。</translation>
    </message>
    <message>
        <source>One finger, two numbers</source>
        <translation>同一指纹、两个身份号码</translation>
    </message>
    <message>
        <source>Registered as another finger</source>
        <translation>指位与以前不符</translation>
    </message>
    <message>
        <source>One number, other prints</source>
        <translation>同一号码、指纹不同</translation>
    </message>
    <message>
        <source>▲ The same finger was registered under two citizen numbers. Compare photos and prints; where it is one person, hold the case and report it to the county.</source>
        <translation>▲ 同一枚指纹登记在两个公民身份号码下。请比对照片和指纹；确为同一人的，暂缓办理并报县级公安机关。</translation>
    </message>
    <message>
        <source>▲ Under the same number this finger was registered as another one before: left and right or two fingers were mixed up in one of the cases.</source>
        <translation>▲ 同一号码下，此指以前登记为另一指位：其中一次左右手或手指弄错。</translation>
    </message>
    <message>
        <source>▲ Under the same number this finger had another print before: it may be another person, or a print that was poor. Compare the photos first.</source>
        <translation>▲ 同一号码下，此指位以前的指纹不同：可能是另一个人，也可能是指纹质量差。请先比对照片。</translation>
    </message>
    <message>
        <source>Say why the case goes back: choose at least one reason.</source>
        <translation>请选择至少一项退回原因。</translation>
    </message>
    <message>
        <source>This case has exceptions that no second officer confirmed. Confirm them first.</source>
        <translation>本件有例外情形尚未经第二名民警确认，请先确认。</translation>
    </message>
    <message>
        <source>This can be undone on the same day only. Record what happened in the case instead.</source>
        <translation>只能在当日撤销。请改在案件中记录情况。</translation>
    </message>
    <message>
        <source>It is too early for this: the days that are set are not over.</source>
        <translation>规定的期限未到，暂不能办理。</translation>
    </message>
    <message>
        <source>The county&apos;s signature for this card is not on record. Import the feedback of the centre first.</source>
        <translation>尚无该证的县级签发记录，请先导入制证中心的反馈文件。</translation>
    </message>
    <message>
        <source>This station hands cards to the holder only. The applicant must come in person.</source>
        <translation>本所规定须由本人领取，请申领人本人到场。</translation>
    </message>
    <message>
        <source>Compare a finger with the enrolled one, or give the reason why it cannot be done.</source>
        <translation>请比对指纹；不能比对的，请注明原因。</translation>
    </message>
    <message>
        <source>The temporary card is still with the citizen. Take it back first.</source>
        <translation>临时居民身份证尚未收回，请先收回。</translation>
    </message>
    <message>
        <source>A temporary card was issued for this case already.</source>
        <translation>本件已签发过临时居民身份证。</translation>
    </message>
    <message>
        <source>This serial number is not in the stock of blank forms. Check the number on the form.</source>
        <translation>空白证库存中没有此编号，请核对证上编号。</translation>
    </message>
    <message>
        <source>This blank form is on record as used, or came twice. Check the number on the form.</source>
        <translation>此空白证已登记使用或重复入库，请核对证上编号。</translation>
    </message>
    <message>
        <source>No card is expected for this number: it is not ours, or came before the feedback. Lay it aside for the supervisor.</source>
        <translation>此号码没有待收证件：不属本所，或先于反馈到达。请另放，交所长处理。</translation>
    </message>
    <message>
        <source>Enter box and slot in which the card lies.</source>
        <translation>请填写证件存放的盒号和格号。</translation>
    </message>
    <message>
        <source>Another card lies in this place. Choose another slot.</source>
        <translation>此位置已有证件，请另选一格。</translation>
    </message>
    <message>
        <source>Enter the carrier&apos;s tracking number.</source>
        <translation>请填写邮件单号。</translation>
    </message>
    <message>
        <source>Only a station in a remote area may take 30 days more, and only once for a case.</source>
        <translation>仅交通不便地区的派出所可延长三十日，每件限一次。</translation>
    </message>
    <message>
        <source>There is nothing to report: no reviewed case is waiting.</source>
        <translation>没有待上报的案件。</translation>
    </message>
    <message>
        <source>The file is damaged or was not sealed for this station. Nothing was taken from it. Ask the sender for it again.</source>
        <translation>文件已损坏或不是发给本所的，未导入任何内容。请发送单位重新发送。</translation>
    </message>
    <message>
        <source>The file is of another station, or of practice. Nothing was taken from it.</source>
        <translation>文件属于其他单位或练习数据，未导入任何内容。</translation>
    </message>
    <message>
        <source>The signature of the file is not that of a confirmed partner. Nothing was taken from it. Telephone the sender.</source>
        <translation>文件签名不是已确认单位的签名，未导入任何内容。请电话联系发送单位。</translation>
    </message>
    <message>
        <source>The file does not follow the exchange format. Nothing was taken from it. Ask the sender for a corrected one.</source>
        <translation>文件不符合交换格式，未导入任何内容。请发送单位更正后重发。</translation>
    </message>
    <message>
        <source>The package could not be written. Check drive and free space, then write it again: the cases are still waiting.</source>
        <translation>上报包未能写出。请检查磁盘和剩余空间后重新生成，案件仍在待上报中。</translation>
    </message>
    <message>
        <source>The keys of the card centre are missing or not confirmed by two officers. Import and confirm them under Packages.</source>
        <translation>缺少制证中心的密钥，或尚未经两名民警核对确认。请在“上报”页导入并确认。</translation>
    </message>
    <message>
        <source>The keys of the card centre have expired. Import the new ones.</source>
        <translation>制证中心的密钥已过期，请导入新密钥。</translation>
    </message>
    <message>
        <source>Enter name and citizen number of the person who takes the card. A deputy is an adult; enter the relation too, and look at the papers that are asked for.</source>
        <translation>请填写领证人的姓名和公民身份号码。代领人须为成年人，还应填写与申请人的关系，并查验规定的证明材料。</translation>
    </message>
    <message>
        <source>This is no collection slip of this program. Hold the slip that was given at acceptance before the camera, or type its number.</source>
        <translation>这不是本程序的领取凭证。请将受理时发放的凭证对准摄像头，或输入受理号。</translation>
    </message>
    <message>
        <source>A stored print is damaged and is not compared with; this was put on record. Go on without it, and tell the supervisor.</source>
        <translation>有一枚已存指纹的数据损坏，不再用于比对，此事已登记。请继续办理，并告知值班领导。</translation>
    </message>
    <message>
        <source>No card reader is at the port that was chosen. Plug it in; it is recognised by itself. Or go on without it.</source>
        <translation>所选端口上没有读卡器。请插好读卡器，程序会自动识别；也可以不用读卡器继续办理。</translation>
    </message>
    <message>
        <source>The card reader is used by another program. Close that program and read again.</source>
        <translation>读卡器正被其他程序占用。请关闭该程序后重新读卡。</translation>
    </message>
    <message>
        <source>This user may not open the card reader. Ask the administrator for the right to use the serial port.</source>
        <translation>当前用户无权打开读卡器。请管理员授予串口使用权限。</translation>
    </message>
    <message>
        <source>The card reader was unplugged. Plug it in again and read once more; nothing else is lost.</source>
        <translation>读卡器已断开。请重新插好后再读一次，其他内容均已保留。</translation>
    </message>
    <message>
        <source>The card reader does not answer. Look at its plug and its lamp, and at the port in the settings.</source>
        <translation>读卡器无响应。请检查插头、指示灯以及设置中的端口。</translation>
    </message>
    <message>
        <source>The card reader sends nothing that can be understood. Look at its cable and plug, and read again.</source>
        <translation>读卡器返回的数据无法识别。请检查连接线和插头后重新读卡。</translation>
    </message>
    <message>
        <source>The security module of the card reader failed its own test. Unplug the reader, plug it in and test again; if it stays so, have the reader replaced.</source>
        <translation>读卡器安全模块自检失败。请拔下读卡器重新插好后再测；仍不通过的，更换读卡器。</translation>
    </message>
    <message>
        <source>The security module of the card reader is not authorised. Have it authorised by the supplier; until then use another reader.</source>
        <translation>读卡器安全模块未授权。请联系供应商授权，授权前使用其他读卡器。</translation>
    </message>
    <message>
        <source>The card reader reports a fault. Unplug it, plug it in and read again.</source>
        <translation>读卡器报告故障。请拔下重新插好后再读卡。</translation>
    </message>
    <message>
        <source>No card was found on the reader. Lay it flat in the middle; a card that lies there already is lifted and laid on again.</source>
        <translation>读卡器上未找到证件。请把证件平放在感应区中央；已放着的，拿起后重新放上。</translation>
    </message>
    <message>
        <source>The chip does not answer. Lay only this one card on the reader, flat, and read again; if it stays so, the card is defective.</source>
        <translation>芯片无响应。请只放这一张证件并放平后重读；仍读不出的，按废证处理。</translation>
    </message>
    <message>
        <source>Card and reader refuse each other. Read again, then on another reader; if it stays so, the card is defective.</source>
        <translation>证件与读卡器相互认证失败。请重读一次，再换一台读卡器读；仍不通过的，按废证处理。</translation>
    </message>
    <message>
        <source>The chip could not be read. Lift the card, lay it on again and leave it there; if it stays so, the card is defective: chip cannot be read.</source>
        <translation>芯片读取失败。请拿起证件重新放上并保持不动；仍读不出的，按废证（芯片无法读取）处理。</translation>
    </message>
    <message>
        <source>What the chip says is no identity card: it has a field that cannot be. Read again; if it stays so, the card is defective: wrong text.</source>
        <translation>芯片内容有误：有一项不可能成立。请重读；仍然如此的，按废证（文字有误）处理。</translation>
    </message>
    <message>
        <source>This is the card of a foreigner or of a resident of Hong Kong, Macau or Taiwan. Lay on the card that is to be handed out.</source>
        <translation>这是外国人永久居留身份证或港澳台居民居住证。请放上要发放的证件。</translation>
    </message>
    <message>
        <source>The chip says something else than the case. Is it the right card? If it is, keep it and report it as defective: wrong text.</source>
        <translation>芯片内容与受理信息不一致。请确认是否拿对了证件；确系本证的，不予发放，按废证（文字有误）上报。</translation>
    </message>
    <message>
        <source>No booking platform is set up. A supervisor does it under Station.</source>
        <translation>未设置预约平台。请由主管在“本所”中设置。</translation>
    </message>
    <message>
        <source>The platform does not answer. Everything is kept here and sent when the line is back; go on working.</source>
        <translation>平台没有应答。所有内容都已保存在本机，线路恢复后自动发送；请继续办理。</translation>
    </message>
    <message>
        <source>The platform could not prove who it is. Nothing was sent. Compare its certificate with what you were given.</source>
        <translation>平台未能证明其身份，未发送任何内容。请核对平台证书。</translation>
    </message>
    <message>
        <source>A practice platform and a real station do not work together. Enter the right address.</source>
        <translation>演练平台与正式单位不能互通。请填写正确的平台地址。</translation>
    </message>
    <message>
        <source>The platform does not let this station in. Compare the fingerprints of the keys with it; files can be exchanged meanwhile.</source>
        <translation>平台未接纳本所。请与平台核对密钥指纹；在此期间可用文件交换。</translation>
    </message>
    <message>
        <source>This computer&apos;s clock differs from the platform&apos;s. Set the clock.</source>
        <translation>本机时钟与平台不一致。请校准时钟。</translation>
    </message>
    <message>
        <source>The platform&apos;s answer does not fit the agreement and was not used. Tell the platform&apos;s office.</source>
        <translation>平台的应答不符合约定，未被采用。请告知平台管理单位。</translation>
    </message>
    <message>
        <source>The platform refused this. Read why, and decide again.</source>
        <translation>平台未接受此项。请查看原因后重新处理。</translation>
    </message>
    <message>
        <source>The booking has changed meanwhile. Look at it again, and decide on what it says now.</source>
        <translation>该预约已发生变化。请重新查看，并按现在的情况处理。</translation>
    </message>
    <message>
        <source>A colleague is working on this booking. Take another one, or wait until it is released.</source>
        <translation>同事正在处理该预约。请先处理其他预约，或等其释放。</translation>
    </message>
    <message>
        <source>The booked form cannot be opened, or belongs to something else. Ask the applicant to send it again.</source>
        <translation>预约登记表无法打开或不属于该预约。请让申请人重新提交。</translation>
    </message>
    <message>
        <source>Some of this was typed by the applicant at home. Compare it and confirm it.</source>
        <translation>部分内容由申请人自行填写。请核对后确认。</translation>
    </message>
    <message>
        <source>The applicant lives away from home: look at the residence permit and tick it.</source>
        <translation>申请人户籍在外地：请查验居住证并勾选。</translation>
    </message>
    <message>
        <source>None of these times is free any more. Choose another.</source>
        <translation>所选时间均已约满。请另选时间。</translation>
    </message>
    <message>
        <source>This place is given away already. Choose another.</source>
        <translation>该席位已被占用。请另选席位。</translation>
    </message>
    <message>
        <source>This person has another booking. Cancel that one first.</source>
        <translation>此人已有其他有效预约。请先取消原预约。</translation>
    </message>
    <message>
        <source>The opening hours contradict each other: each must end after it begins, and windows are 1 to 50.</source>
        <translation>办公时间设置有误：结束时间须晚于开始时间，窗口数为1至50。</translation>
    </message>
    <message>
        <source>No earlier second-generation card of this person was made through this station: come to the counter.</source>
        <translation>本所没有此人以前办理第二代居民身份证的记录：请到窗口办理。</translation>
    </message>
    <message>
        <source>No fingerprints of this person are on record: come to the counter.</source>
        <translation>此人没有登记指纹信息：请到窗口办理。</translation>
    </message>
    <message>
        <source>The photo on record is too old to be used again: come to the counter.</source>
        <translation>存档照片已超过可再次使用的年限：请到窗口办理。</translation>
    </message>
    <message>
        <source>The fingerprints on record are too old to be used again: come to the counter.</source>
        <translation>存档指纹已超过可再次使用的年限：请到窗口办理。</translation>
    </message>
    <message>
        <source>Household data changed since the last card: come to the counter.</source>
        <translation>上次办证后户口登记项目有变动：请到窗口办理。</translation>
    </message>
    <message>
        <source>The account was not tied to the person by a real-name check: come to the counter.</source>
        <translation>账户未通过实名认证：请到窗口办理。</translation>
    </message>
    <message>
        <source>Go through all reasons first, then decide.</source>
        <translation>请先核对全部条件，再作决定。</translation>
    </message>
</context>
<context>
    <name>Urgency</name>
    <message>
        <source>in time</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>nearly due</source>
        <translation>临近期限</translation>
    </message>
    <message>
        <source>promise passed</source>
        <translation>超承诺期限</translation>
    </message>
    <message>
        <source>law&apos;s time over</source>
        <translation>超法定期限</translation>
    </message>
</context>
<context>
    <name>idcounter::BlankStockBox</name>
    <message>
        <source>Spoiled form</source>
        <translation>作废空白证件</translation>
    </message>
    <message>
        <source>Why can form %1 not be used?</source>
        <translation>空白证件 %1 为何不能使用？</translation>
    </message>
    <message>
        <source>Mark as spoiled</source>
        <translation>作废</translation>
    </message>
    <message>
        <source>Blank forms</source>
        <translation>空白证件</translation>
    </message>
    <message>
        <source>in stock</source>
        <translation>库存</translation>
    </message>
    <message>
        <source>with citizens</source>
        <translation>已发放</translation>
    </message>
    <message>
        <source>came back</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>spoiled</source>
        <translation>已作废</translation>
    </message>
    <message>
        <source>Forms that arrived</source>
        <translation>空白证件入库</translation>
    </message>
    <message>
        <source>&amp;Letters (optional)</source>
        <translation>字头(&amp;L)（选填）</translation>
    </message>
    <message>
        <source>&amp;First number</source>
        <translation>起号(&amp;F)</translation>
    </message>
    <message>
        <source>L&amp;ast number</source>
        <translation>止号(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Put into stock</source>
        <translation>入库(&amp;P)</translation>
    </message>
    <message>
        <source>A form that cannot be used</source>
        <translation>空白证件作废</translation>
    </message>
    <message>
        <source>&amp;Serial</source>
        <translation>编号(&amp;S)</translation>
    </message>
    <message>
        <source>Sp&amp;oiled…</source>
        <translation>作废(&amp;O)…</translation>
    </message>
</context>
<context>
    <name>idcounter::BookedBox</name>
    <message>
        <source>number</source>
        <translation>号码</translation>
    </message>
    <message>
        <source>address</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>business</source>
        <translation>业务</translation>
    </message>
    <message>
        <source>telephone, delivery</source>
        <translation>电话、领取方式</translation>
    </message>
    <message>
        <source>residence permit seen</source>
        <translation>已查验居住证</translation>
    </message>
    <message>
        <source>Typed at home; compared:</source>
        <translation>申请人自填，已核对：</translation>
    </message>
    <message>
        <source>name, sex, birth, group</source>
        <translation>姓名、性别、出生、民族</translation>
    </message>
</context>
<context>
    <name>idcounter::BookingPage</name>
    <message>
        <source>▲ %1 is working on this booking. Take another one.</source>
        <translation>▲ %1正在办理此预约，请先办理其他预约。</translation>
    </message>
    <message>
        <source>came</source>
        <translation>已到</translation>
    </message>
    <message>
        <source>○ unsent</source>
        <translation>○ 待发送</translation>
    </message>
    <message>
        <source>✗ not taken</source>
        <translation>✗ 未被接受</translation>
    </message>
    <message>
        <source>☎ telephone</source>
        <translation>☎ 请电话告知</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1提交</translation>
    </message>
    <message>
        <source>(form cannot be opened)</source>
        <translation>（登记表无法打开）</translation>
    </message>
    <message>
        <source>To review %1</source>
        <translation>待审核 %1</translation>
    </message>
    <message>
        <source>With a place %1</source>
        <translation>已安排 %1</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>今日 %1</translation>
    </message>
    <message>
        <source>Must be moved %1</source>
        <translation>须改期 %1</translation>
    </message>
    <message>
        <source>Found %1</source>
        <translation>查到 %1</translation>
    </message>
    <message>
        <source>Bookings</source>
        <translation>网上预约</translation>
    </message>
    <message>
        <source>Name, citizen number or code of the applicant&apos;s page</source>
        <translation>姓名、公民身份号码或预约码</translation>
    </message>
    <message>
        <source>Find a booking</source>
        <translation>查找预约</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>业务</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Nothing here. Bookings that applicants make at the platform come by themselves.</source>
        <translation>暂无。申请人在平台提交的预约会自动传来。</translation>
    </message>
    <message>
        <source>Is here: begin the case (Ctrl+Enter)</source>
        <translation>已到，开始办理（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>未到</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Why, and what was done</source>
        <translation>原因与处理</translation>
    </message>
    <message>
        <source>Bookings come from the platform; Enter opens one, and a colleague is told that you have it. Compare what the applicant typed with what is on record, then give a time: a seat of the station is certain at once, also without a line; of the times for the public the platform takes the first that is still free. Ask for more, or refuse with a reason; every decision reaches the applicant. When he is here: Ctrl+Enter, and the booking becomes a case with his data. “Must be moved” lists whose window goes by a change of the hours: open one and give another time, write to the applicant, or telephone and keep what came of it; then it leaves the list. Search by name, number, or the code of his page.</source>
        <translation>预约由平台自动传来；按 Enter 打开，同事会看到您正在办理。将申请人填写的内容与存档核对后安排时间：本所席位当即确定，无网络时也可使用；公众席位由平台按先后取第一个仍空的时间。可要求补充，或说明理由不予预约；每项处理都会通知申请人。申请人到场后按Ctrl+Enter，预约即转为案件并带入所填内容。“须改期”列出因时间调整失去窗口的预约：打开后另行安排时间，或发消息、打电话并记下结果，办完即不再列出。可按姓名、号码或预约码查找。</translation>
    </message>
    <message>
        <source>Kept. What was written goes to the applicant.</source>
        <translation>已保存，内容将发给申请人。</translation>
    </message>
    <message>
        <source>Nobody is left to be moved.</source>
        <translation>没有待改期的预约。</translation>
    </message>
</context>
<context>
    <name>idcounter::BookingPages</name>
    <message>
        <source>Bookings</source>
        <translation>网上预约</translation>
    </message>
    <message>
        <source>Online re-issue</source>
        <translation>网上补领</translation>
    </message>
    <message>
        <source>Places and hours of bookings</source>
        <translation>预约服务点与时间</translation>
    </message>
</context>
<context>
    <name>idcounter::BookingView</name>
    <message>
        <source>Ask for more</source>
        <translation>要求补充</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>要求补充</translation>
    </message>
    <message>
        <source>Refuse the booking</source>
        <translation>不予预约</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>不予预约</translation>
    </message>
    <message>
        <source>Cancel the booking</source>
        <translation>取消预约</translation>
    </message>
    <message>
        <source>The applicant was told by telephone</source>
        <translation>已电话告知申请人</translation>
    </message>
    <message>
        <source>What was said, as it is kept:</source>
        <translation>告知内容（存档）：</translation>
    </message>
    <message>
        <source>The applicant reads this, without names and numbers:</source>
        <translation>以下内容将发给申请人，请勿写姓名和号码：</translation>
    </message>
    <message>
        <source>Typed by the applicant</source>
        <translation>申请人填写</translation>
    </message>
    <message>
        <source>On record (%1)</source>
        <translation>存档（%1）</translation>
    </message>
    <message>
        <source>Nothing on record here</source>
        <translation>本所无存档</translation>
    </message>
    <message>
        <source>station&apos;s seat</source>
        <translation>本所席位</translation>
    </message>
    <message>
        <source>for the public</source>
        <translation>公众席位</translation>
    </message>
    <message>
        <source>The applicant was told nothing yet.</source>
        <translation>尚未通知申请人。</translation>
    </message>
    <message>
        <source>(form cannot be opened)</source>
        <translation>（登记表无法打开）</translation>
    </message>
    <message>
        <source>Would like to come: %1</source>
        <translation>希望时间：%1</translation>
    </message>
    <message>
        <source>Has: %1</source>
        <translation>已安排：%1</translation>
    </message>
    <message>
        <source>Telephone: %1</source>
        <translation>电话：%1</translation>
    </message>
    <message>
        <source>A guardian comes along.</source>
        <translation>由监护人陪同。</translation>
    </message>
    <message>
        <source>▲ Lives away from home: residence permit to be brought.</source>
        <translation>▲ 户籍在外地：须携带居住证。</translation>
    </message>
    <message>
        <source>▲ An application of this person is under way.</source>
        <translation>▲ 此人有在办申请。</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>答复：%1</translation>
    </message>
    <message>
        <source>Choose a booking and press Enter.</source>
        <translation>请选择一项预约并按 Enter。</translation>
    </message>
    <message>
        <source>Next free times (several may be chosen as wishes)</source>
        <translation>最近可约时间（可选多个作为备选）</translation>
    </message>
    <message>
        <source>Next free times</source>
        <translation>最近可约时间</translation>
    </message>
    <message>
        <source>Told by telephone…</source>
        <translation>已电话告知…</translation>
    </message>
    <message>
        <source>My seat now</source>
        <translation>用本所席位</translation>
    </message>
    <message>
        <source>First free of these</source>
        <translation>取其中第一个空位</translation>
    </message>
    <message>
        <source>Ask for more…</source>
        <translation>要求补充…</translation>
    </message>
    <message>
        <source>Refuse…</source>
        <translation>不予预约…</translation>
    </message>
    <message>
        <source>Cancel…</source>
        <translation>取消…</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 (visit)</source>
        <translation>%1（下乡）</translation>
    </message>
    <message>
        <source>▲ Must be moved: %1.</source>
        <translation>▲ 须改期：%1。</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>服务点</translation>
    </message>
</context>
<context>
    <name>idcounter::BookletPage</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Why do sex or birth date differ from the number?</source>
        <translation>性别或出生日期为何与号码不一致？</translation>
    </message>
    <message>
        <source>Press Enter to use %1.</source>
        <translation>按 Enter 采用 %1。</translation>
    </message>
    <message>
        <source>An old number of 15 digits. The new one should be %1; look at the booklet.</source>
        <translation>这是 15 位旧号码，新号码应为 %1，请看户口簿。</translation>
    </message>
    <message>
        <source>Number given in %1</source>
        <translation>号码编制地：%1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the papers of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>&amp;Citizen number</source>
        <translation>公民身份号码(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>姓名(&amp;N)</translation>
    </message>
    <message>
        <source>Sex, birth date</source>
        <translation>性别、出生日期</translation>
    </message>
    <message>
        <source>&amp;Ethnic group</source>
        <translation>民族(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>住址(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Issuing authority</source>
        <translation>签发机关(&amp;I)</translation>
    </message>
    <message>
        <source>Applies &amp;for</source>
        <translation>申领原因(&amp;F)</translation>
    </message>
    <message>
        <source>Papers needed</source>
        <translation>所需材料</translation>
    </message>
    <message>
        <source>Card until now</source>
        <translation>原证情况</translation>
    </message>
    <message>
        <source>Valid until (optional)</source>
        <translation>原证有效期至（选填）</translation>
    </message>
    <message>
        <source>Reduction</source>
        <translation>减免</translation>
    </message>
    <message>
        <source>Proved by</source>
        <translation>减免证明</translation>
    </message>
    <message>
        <source>Household away</source>
        <translation>异地</translation>
    </message>
    <message>
        <source>Lives here because</source>
        <translation>居住事由</translation>
    </message>
    <message>
        <source>Household booklet: J in order, N not in order</source>
        <translation>户口簿核对：J 相符，N 不符</translation>
    </message>
    <message>
        <source>Checks of the household booklet</source>
        <translation>户口簿核对项</translation>
    </message>
    <message>
        <source>Off-site application</source>
        <translation>异地受理</translation>
    </message>
    <message>
        <source>Temporary card wanted</source>
        <translation>申办临时身份证</translation>
    </message>
    <message>
        <source>Urgent</source>
        <translation>加急</translation>
    </message>
    <message>
        <source>Unlock…</source>
        <translation>解锁…</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>未询问</translation>
    </message>
    <message>
        <source>never held one</source>
        <translation>从未领取</translation>
    </message>
    <message>
        <source>handed in now</source>
        <translation>现已交回</translation>
    </message>
    <message>
        <source>kept until collection</source>
        <translation>领证时交回</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>已丢失</translation>
    </message>
    <message>
        <source>The notice on personal data was shown</source>
        <translation>已出示个人信息告知书</translation>
    </message>
    <message>
        <source>Sho&amp;w it…</source>
        <translation>出示(&amp;W)…</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Looks changed, no prints on the old card: identity cannot be settled</source>
        <translation>相貌变化大且原证无指纹，身份无法核实</translation>
    </message>
    <message>
        <source>Registered data differ, or the system has no photo</source>
        <translation>登记信息不一致或系统无照片</translation>
    </message>
    <message>
        <source>On record for forged or falsely obtained papers</source>
        <translation>有伪造、冒领证件等不良记录</translation>
    </message>
    <message>
        <source>Wrong on the card</source>
        <translation>错误项目及原因</translation>
    </message>
    <message>
        <source>The citizen number first: it fills in sex and birth date and asks the register and the station&apos;s own cases.

In the list of checks J means in order, N not in order; 1 to 7 tick a line. Lists of ethnic groups and relations find by code, name or the initials of the pinyin.

Everything that speaks against the application stands below, each with its rule. ■ stops it, ▲ is for you to decide.</source>
        <translation>先录身份号码：自动填写性别和出生日期，并查询人口信息和本所案件。

核验清单中按 J 为符合、N 为不符，按 1～7 直接勾选该行。民族和关系可按代码、名称或拼音首字母查找。

不予受理的全部情形列于下方并注明依据：■ 不能受理，▲ 由您决定。</translation>
    </message>
    <message>
        <source>Ethnic group</source>
        <translation>民族</translation>
    </message>
</context>
<context>
    <name>idcounter::CallList</name>
    <message>
        <source>not yet</source>
        <translation>未通知</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <comment>called</comment>
        <translation>
            <numerusform>已通知 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>通知情况</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>应通知日</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Box – slot</source>
        <translation>盒 – 格</translation>
    </message>
    <message>
        <source>Citizens to be told today</source>
        <translation>今日应通知的申请人</translation>
    </message>
    <message>
        <source>Nobody is to be told today. Citizens whose card was put away will be here, and again after the set days where nobody was reached.</source>
        <translation>今日没有需要通知的申请人。证件入柜后，申请人会列在这里；未联系上的，到设定的天数后再次列出。</translation>
    </message>
    <message>
        <source>B&amp;y</source>
        <translation>方式(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Reached (J)</source>
        <translation>已通知到(&amp;R)（J）</translation>
    </message>
    <message>
        <source>N&amp;ot reached (N)</source>
        <translation>未联系上(&amp;O)（N）</translation>
    </message>
</context>
<context>
    <name>idcounter::CaseCard</name>
    <message>
        <source>Fee ¥%1</source>
        <translation>工本费 ¥%1</translation>
    </message>
    <message>
        <source>Promised for %1</source>
        <translation>承诺 %1</translation>
    </message>
    <message>
        <source>New case</source>
        <translation>新受理</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) missing</source>
        <translation>
            <numerusform>还缺 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>材料齐全</translation>
    </message>
    <message>
        <source>No photo yet</source>
        <translation>尚无照片</translation>
    </message>
    <message>
        <source>Photo of the applicant</source>
        <translation>申请人照片</translation>
    </message>
</context>
<context>
    <name>idcounter::CaseFacts</name>
    <message>
        <source>registration form</source>
        <translation>申领登记表</translation>
    </message>
    <message>
        <source>registration form for the archive</source>
        <translation>申领登记表（存档）</translation>
    </message>
    <message>
        <source>collection slip</source>
        <translation>领取凭证</translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>工本费收据</translation>
    </message>
    <message>
        <source>daily report</source>
        <translation>日报</translation>
    </message>
    <message>
        <source>notice of refusal</source>
        <translation>不予受理告知书</translation>
    </message>
    <message>
        <source>Photo of %1</source>
        <translation>%1 的照片</translation>
    </message>
    <message>
        <source>male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>%1, %2, born %3</source>
        <comment>sex, ethnic group, date</comment>
        <translation>%1，%2，%3 出生</translation>
    </message>
    <message>
        <source>Telephone %1</source>
        <translation>电话 %1</translation>
    </message>
    <message>
        <source>Guardian: %1</source>
        <translation>监护人：%1</translation>
    </message>
    <message>
        <source>By mail to: %1</source>
        <translation>邮寄至：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>还剩 %n 天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) over</source>
        <translation>
            <numerusform>已超过 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>下一步：%1</translation>
    </message>
    <message>
        <source>Who acts: %1, since %2</source>
        <translation>由谁办理：%1，自 %2 起</translation>
    </message>
    <message>
        <source>■ This step was due on %1.</source>
        <translation>■ 本环节应于 %1 前完成，已逾期。</translation>
    </message>
    <message>
        <source>This step is due on %1.</source>
        <translation>本环节应于 %1 前完成。</translation>
    </message>
    <message>
        <source>Why it ended: %1</source>
        <translation>终止原因：%1</translation>
    </message>
    <message>
        <source>Promised for %1</source>
        <comment>date</comment>
        <translation>承诺 %1</translation>
    </message>
    <message>
        <source>The law&apos;s last day is %1</source>
        <comment>date</comment>
        <translation>法定期限 %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>limit: days left</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The law&apos;s clock stands since %1.</source>
        <translation>法定期限自 %1 起停止计算。</translation>
    </message>
    <message>
        <source>30 days more: %1</source>
        <translation>延长 30 日：%1</translation>
    </message>
    <message>
        <source>temporary card</source>
        <translation>临时居民身份证</translation>
    </message>
    <message>
        <source>%1: ¥%2</source>
        <comment>fee: amount</comment>
        <translation>%1：¥%2</translation>
    </message>
    <message>
        <source>Owed ¥%1, paid ¥%2, given back ¥%3</source>
        <translation>应收 ¥%1，已收 ¥%2，已退 ¥%3</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>票据 %1</translation>
    </message>
    <message>
        <source>Valid from %1 to %2</source>
        <translation>有效期 %1 至 %2</translation>
    </message>
    <message>
        <source>Valid from %1, long-term</source>
        <translation>有效期 %1 至长期</translation>
    </message>
    <message>
        <source>Not signed by the county yet.</source>
        <translation>县级公安机关尚未签发。</translation>
    </message>
    <message>
        <source>Lies in box %1, slot %2</source>
        <translation>存放于 %1 柜 %2 格</translation>
    </message>
    <message>
        <source>Mailed as parcel %1</source>
        <translation>已寄出，邮件号 %1</translation>
    </message>
    <message numerus="yes">
        <source>The applicant was called %n time(s).</source>
        <translation>
            <numerusform>已联系申请人 %n 次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Temporary card %1 is with the applicant, valid to %2</source>
        <translation>临时居民身份证 %1 在申请人处，有效期至 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n printed</source>
        <translation>
            <numerusform>%1：已印 %n 份</numerusform>
        </translation>
    </message>
    <message>
        <source>None was printed.</source>
        <translation>未印单据。</translation>
    </message>
    <message>
        <source>No photo</source>
        <translation>无照片</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>证件</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>单据</translation>
    </message>
    <message>
        <source>duplicate – %1</source>
        <translation>重复申请——%1</translation>
    </message>
</context>
<context>
    <name>idcounter::CaseFilePage</name>
    <message>
        <source>The case file was printed.</source>
        <translation>案件卷已打印。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>why it came back: note</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Everything about one case: who applied for what, where it stands and who acts next, both limits, money, card and papers, and what happened, the newest first. The sentences may be read out to the citizen. Ctrl+P prints the file. Who looked is recorded.</source>
        <translation>一件案件的全部情况：何人申请何业务，办到哪一步、由谁办理，两个期限，费用、证件和单据，以及办理经过（最新的在前）。这些句子可以直接念给申请人听。Ctrl+P 打印案件卷。查看人会被记录。</translation>
    </message>
    <message>
        <source>&amp;Print the file (Ctrl+P)</source>
        <translation>打印案件卷(&amp;P)（Ctrl+P）</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>办理经过</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>经办人</translation>
    </message>
    <message>
        <source>Papers (Ctrl+Enter)</source>
        <translation>单据（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>The applicant has signed that he gives the application up. ¥%1 go back. Why?</source>
        <translation>申领人已签字撤回申请，退款 ¥%1。请填写原因：</translation>
    </message>
    <message>
        <source>The applicant has signed that he gives the application up. No money goes back. Why?</source>
        <translation>申领人已签字撤回申请，不退费。请填写原因：</translation>
    </message>
    <message>
        <source>&amp;Withdraw…</source>
        <translation>撤回(&amp;W)…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Call the case back</source>
        <translation>申请撤回</translation>
    </message>
    <message>
        <source>What will be corrected? The county is asked with the next package; only when it agrees the case comes back.</source>
        <translation>需要更正哪些内容？撤回申请随下一个上报包发出，县级公安机关同意后案件才会退回本所。</translation>
    </message>
    <message>
        <source>Call &amp;back…</source>
        <translation>申请撤回(&amp;B)…</translation>
    </message>
    <message>
        <source>Why does the application end?</source>
        <translation>为何终止申请？</translation>
    </message>
    <message>
        <source>The applicant gives it up</source>
        <translation>申请人放弃</translation>
    </message>
    <message>
        <source>Duplicate: the person has another application</source>
        <translation>重复申请：此人另有申请</translation>
    </message>
    <message>
        <source>A mistake of the office</source>
        <translation>工作差错</translation>
    </message>
</context>
<context>
    <name>idcounter::CaseModel</name>
    <message>
        <source>Acceptance number</source>
        <translation>受理号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>业务</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>受理时间</translation>
    </message>
    <message>
        <source>Promised for</source>
        <translation>承诺日期</translation>
    </message>
</context>
<context>
    <name>idcounter::CaseWays</name>
    <message>
        <source>Defective card</source>
        <translation>废证</translation>
    </message>
    <message>
        <source>What is wrong with the card? It goes back to the card centre, which makes another.</source>
        <translation>证件有什么问题？该证将退回制证中心重新制作。</translation>
    </message>
    <message>
        <source>Report it</source>
        <translation>上报废证</translation>
    </message>
    <message>
        <source>Send by mail</source>
        <translation>邮寄证件</translation>
    </message>
    <message>
        <source>The carrier&apos;s tracking number:</source>
        <translation>快递单号：</translation>
    </message>
    <message>
        <source>To %1
The carrier&apos;s tracking number:</source>
        <translation>寄往：%1
快递单号：</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已寄出</translation>
    </message>
    <message>
        <source>The letter came back. Where does the card lie now?</source>
        <translation>邮件已退回，证件现存放在何处？</translation>
    </message>
    <message>
        <source>Take the collection back</source>
        <translation>撤销领证</translation>
    </message>
    <message>
        <source>Why was it a mistake? The card must be on the counter again.</source>
        <translation>请说明撤销原因。证件须已收回柜台。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销领证</translation>
    </message>
    <message>
        <source>Lost in the mail</source>
        <translation>邮寄丢失</translation>
    </message>
    <message>
        <source>Does the carrier say that the letter is lost? Another card is then made, and this one is void.</source>
        <translation>快递公司是否已确认邮件丢失？确认后该证作废，由制证中心重新制作。</translation>
    </message>
    <message>
        <source>Report it as lost</source>
        <translation>上报丢失</translation>
    </message>
    <message>
        <source>&amp;Defect found…</source>
        <translation>发现废证(&amp;D)…</translation>
    </message>
    <message>
        <source>Send by mai&amp;l…</source>
        <translation>改为邮寄(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Delivered</source>
        <translation>已送达(&amp;D)</translation>
    </message>
    <message>
        <source>Came bac&amp;k…</source>
        <translation>邮件退回(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Lost in the mail…</source>
        <translation>邮寄丢失(&amp;L)…</translation>
    </message>
    <message>
        <source>Take collection bac&amp;k…</source>
        <translation>撤销领证(&amp;K)…</translation>
    </message>
</context>
<context>
    <name>idcounter::CheckList</name>
    <message>
        <source>in order</source>
        <translation>相符</translation>
    </message>
    <message>
        <source>not in order</source>
        <translation>不符</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>J or Space: in order. N: not in order. 1 to 7: the line.</source>
        <translation>J 或空格：相符；N：不符；1 至 7：对应行。</translation>
    </message>
</context>
<context>
    <name>idcounter::ChipCompare</name>
    <message>
        <source>○ The card reader is being opened</source>
        <translation>○ 正在打开读卡器</translation>
    </message>
    <message>
        <source>● Lay the new card on the reader</source>
        <translation>● 请把新证放在读卡器上</translation>
    </message>
    <message>
        <source>▲ The chip was not read</source>
        <translation>▲ 芯片未读出</translation>
    </message>
    <message>
        <source>○ Chip not read yet</source>
        <translation>○ 尚未读取芯片</translation>
    </message>
    <message>
        <source>✓ The chip says the same as the case</source>
        <translation>✓ 芯片内容与受理信息一致</translation>
    </message>
    <message>
        <source>▲ The chip cannot say everything: compare by eye</source>
        <translation>▲ 芯片无法完整表示，请人工核对</translation>
    </message>
    <message>
        <source>■ The chip says something else</source>
        <translation>■ 芯片内容不一致</translation>
    </message>
    <message>
        <source>■ Not the card of this case</source>
        <translation>■ 不是本件的证件</translation>
    </message>
    <message>
        <source>Flat, in the middle, and this card only. One that lies there already is lifted and laid on again.</source>
        <translation>平放在感应区中央，只放这一张。已放着的，拿起后重新放上。</translation>
    </message>
    <message>
        <source>%1 You may go on: reading back by eye is enough.</source>
        <translation>%1 也可以继续：人工核对即可。</translation>
    </message>
    <message>
        <source>It is compared with the case field by field.</source>
        <translation>逐项与受理信息核对。</translation>
    </message>
    <message>
        <source>%1: chip %2, case %3</source>
        <extracomment>Name of a field, what the chip has in it, what the case has.</extracomment>
        <translation>%1：芯片 %2，受理 %3</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>公民身份号码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Ethnic group</source>
        <translation>民族</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>Issued by</source>
        <translation>签发机关</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效期限</translation>
    </message>
    <message>
        <source>&amp;Read the chip (R)</source>
        <translation>读芯片(&amp;R)</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>what differs, what to do</comment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>%1. This is the card of %2</source>
        <translation>%1。这是 %2 的证件</translation>
    </message>
</context>
<context>
    <name>idcounter::CollectionPage</name>
    <message>
        <source>Box – slot</source>
        <translation>盒 – 格</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>案件</translation>
    </message>
    <message>
        <source>Cases found</source>
        <translation>查找结果</translation>
    </message>
    <message>
        <source>No case was found. A citizen number is searched whole or by its last 4 or 6 characters, a name as it stands on the card.</source>
        <translation>未查到案件。身份号码可输入全号或后 4 位、后 6 位，姓名请输入证件上的全名。</translation>
    </message>
    <message>
        <source>The cases that are found will be here.</source>
        <translation>查到的案件会显示在这里。</translation>
    </message>
    <message>
        <source>&amp;Collection</source>
        <translation>领证(&amp;C)</translation>
    </message>
    <message>
        <source>Scan the slip, or type a number, telephone or name, and press Enter</source>
        <translation>扫描领取凭证，或输入号码、电话、姓名后按 Enter</translation>
    </message>
    <message>
        <source>Hand out (Alt+1)</source>
        <translation>发证（Alt+1）</translation>
    </message>
    <message>
        <source>Not fetched (Alt+2)</source>
        <translation>逾期未领（Alt+2）</translation>
    </message>
    <message>
        <source>Scan the code on the slip. Where the slip was lost, the household booklet and the citizen number will do.</source>
        <translation>请扫描领取凭证上的条码。凭证遗失的，凭居民户口簿和公民身份号码办理。</translation>
    </message>
    <message>
        <source>Choose a case and press Enter. Who opened it is recorded.</source>
        <translation>请选择案件后按 Enter 打开，查看会留下记录。</translation>
    </message>
    <message>
        <source>Scan the slip, or type acceptance number, citizen number (whole, its last 4 or 6), telephone or name, and press Enter. Ctrl+B reads a slip that is held before the camera. Cases whose card is here stand first; Enter opens one.

Go through the parts by their keys: S or B for the paper shown, F compares the live finger, R reads the chip, Space marks a part as done. Ctrl+Enter hands the card out. What is still missing is said above.

A card that nobody fetched is ended by a supervisor and a second officer.</source>
        <translation>扫描领取凭证，或输入受理号、公民身份号码（全号、后四位或后六位）、电话、姓名后按 Enter；也可按 Ctrl+B，把凭证对准摄像头识读。证件已到所的排在前面，按 Enter 打开。

按键逐项办理：S 或 B 为所持凭证或户口簿，F 比对指纹，R 读取芯片，空格表示该项已完成。按 Ctrl+Enter 发证，缺少的事项会在上方提示。

逾期未领的证件由所长和另一名民警共同处理。</translation>
    </message>
    <message>
        <source>Slip by camera (Ctrl+B)</source>
        <translation>摄像头扫凭证 (Ctrl+B)</translation>
    </message>
</context>
<context>
    <name>idcounter::CollectorBox</name>
    <message>
        <source>the holder</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>the guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>a deputy</source>
        <translation>代领人</translation>
    </message>
    <message>
        <source>F&amp;etched by</source>
        <translation>领证人(&amp;E)</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>姓名(&amp;M)</translation>
    </message>
    <message>
        <source>Citi&amp;zen number</source>
        <translation>身份号码(&amp;Z)</translation>
    </message>
    <message>
        <source>Under 16: the guardian fetches the card, with an own card, and signs.</source>
        <translation>未满十六周岁：由监护人持本人身份证代领并签字。</translation>
    </message>
    <message>
        <source>Only the holder may fetch the card.</source>
        <translation>须由本人领取。</translation>
    </message>
    <message>
        <source>The holder, or an adult relative of the same household with slip, booklet, proxy and own card.</source>
        <translation>本人领取，或由同户成年亲属持领取凭证、户口簿、委托书和本人身份证代领。</translation>
    </message>
    <message>
        <source>Re&amp;lation</source>
        <translation>关系(&amp;L)</translation>
    </message>
    <message>
        <source>Relation to the holder</source>
        <translation>与申请人的关系</translation>
    </message>
    <message>
        <source>&amp;Slip, booklet, proxy and own card were shown</source>
        <translation>已查验领取凭证、户口簿、委托书和代领人身份证(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Slip and own card were shown</source>
        <translation>已查验领取凭证和代领人身份证(&amp;S)</translation>
    </message>
    <message>
        <source>The holder, or an adult relative who shows an own card and the slip, and signs.</source>
        <translation>由本人领取，或由成年亲属凭本人身份证和领取凭证代领并签字。</translation>
    </message>
</context>
<context>
    <name>idcounter::CorrectionPage</name>
    <message>
        <source>As the household booklet has it</source>
        <translation>以户口簿为准</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>姓名(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Ethnic group</source>
        <translation>民族(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>住址(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Issuing authority</source>
        <translation>签发机关(&amp;I)</translation>
    </message>
    <message>
        <source>Ethnic group</source>
        <translation>民族</translation>
    </message>
    <message>
        <source>Correct what came back as wrong, as the household booklet has it. Citizen number and fee cannot be changed any more, so the reason only into one of the same price: where they are wrong, the case is withdrawn and accepted anew. The citizen signs the corrected form again.</source>
        <translation>请按户口簿更正被退回的项目。公民身份号码和收费金额不能再改，申领原因只能改为同一收费标准的；如这两项有误，请先撤回本次申请，再重新受理。更正后的登记表须由申请人重新签字。</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>申领原因(&amp;R)</translation>
    </message>
    <message>
        <source>Reason of the application</source>
        <translation>申领原因</translation>
    </message>
</context>
<context>
    <name>idcounter::CountedCards</name>
    <message>
        <source>✓ reported</source>
        <translation>✓ 已上报</translation>
    </message>
    <message>
        <source>✓ put away</source>
        <translation>✓ 已入柜</translation>
    </message>
    <message>
        <source>▲ defective: %1</source>
        <translation>▲ 废证：%1</translation>
    </message>
    <message>
        <source>✓ ours</source>
        <translation>✓ 本所证件</translation>
    </message>
    <message>
        <source>■ not ours</source>
        <translation>■ 非本所证件</translation>
    </message>
    <message>
        <source>▲ twice, or here already</source>
        <translation>▲ 重复，或已在所内</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Acceptance number</source>
        <translation>受理号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Box – slot</source>
        <translation>盒 – 格</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>清点结果</translation>
    </message>
    <message>
        <source>Cards counted</source>
        <translation>已清点的证件</translation>
    </message>
    <message>
        <source>The cards of the delivery will be here as they are scanned, each with the place it goes to.</source>
        <translation>扫描后，本批证件会逐张显示在这里，并给出存放位置。</translation>
    </message>
</context>
<context>
    <name>idcounter::DayBars</name>
    <message>
        <source>%1: %2</source>
        <comment>day: figure</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>idcounter::DayStartPage</name>
    <message>
        <source>Camera</source>
        <translation>摄像头</translation>
    </message>
    <message>
        <source>Fingerprint scanner</source>
        <translation>指纹仪</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Card reader</source>
        <translation>读卡器</translation>
    </message>
    <message>
        <source>○ not tested</source>
        <translation>○ 未检测</translation>
    </message>
    <message>
        <source>… being tested</source>
        <translation>… 正在检测</translation>
    </message>
    <message>
        <source>✓ works</source>
        <translation>✓ 正常</translation>
    </message>
    <message>
        <source>■ %1</source>
        <translation>■ %1</translation>
    </message>
    <message>
        <source>– none is set up</source>
        <translation>– 未配置</translation>
    </message>
    <message>
        <source>Press any finger on the plate.</source>
        <translation>请用任意手指按压采集窗。</translation>
    </message>
    <message>
        <source>The test sheet is being printed. Measure its rulers: 100 mm.</source>
        <translation>正在打印检测表，请用直尺测量标尺：100 毫米。</translation>
    </message>
    <message>
        <source>The camera is looked at for two seconds.</source>
        <translation>正在检测摄像头，约两秒。</translation>
    </message>
    <message>
        <source>Start of the day: the devices</source>
        <translation>每日开工设备检测</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Measured</source>
        <translation>检测值</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>The camera&apos;s picture</source>
        <translation>摄像头画面</translation>
    </message>
    <message>
        <source>The camera&apos;s picture comes here.</source>
        <translation>摄像头画面显示在此。</translation>
    </message>
    <message>
        <source>Test &amp;all</source>
        <translation>全部检测(&amp;A)</translation>
    </message>
    <message>
        <source>Test the &amp;marked one</source>
        <translation>检测所选(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>检测日志</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>By</source>
        <translation>经办</translation>
    </message>
    <message>
        <source>brightness %1</source>
        <translation>亮度 %1</translation>
    </message>
    <message>
        <source>focus %1</source>
        <translation>对焦 %1</translation>
    </message>
    <message>
        <source>quality %1</source>
        <translation>质量 %1</translation>
    </message>
    <message>
        <source>%1 frames a second</source>
        <translation>每秒 %1 帧</translation>
    </message>
    <message>
        <source>■ does not work</source>
        <translation>■ 不正常</translation>
    </message>
    <message>
        <source>security module in order (%1)</source>
        <translation>安全模块正常（%1）</translation>
    </message>
    <message>
        <source>The card reader tests its security module.</source>
        <translation>读卡器正在自检安全模块。</translation>
    </message>
    <message>
        <source>Before the first citizen comes: Test all looks at the camera (picture, frames a second, focus), asks for one press on the scanner, has the card reader test its security module and prints the test sheet with rulers of 100 mm and the photo&apos;s frame of 26 × 32 mm. What was found is kept in the log.</source>
        <translation>每天开始办理前：“全部检测”检查摄像头（画面、帧率、对焦），请人在指纹仪上按一次指纹，让读卡器自检安全模块，并打印检测表（100 毫米标尺、26 × 32 毫米照片框）。检测结果记入日志。</translation>
    </message>
</context>
<context>
    <name>idcounter::DeadlineModel</name>
    <message>
        <source>%1 / %2</source>
        <comment>days to the promise, days to the law&apos;s end</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>■ late since %1</source>
        <translation>■ %1 起逾期</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1 前</translation>
    </message>
    <message>
        <source>%1 days to the promised day, %2 to the law&apos;s last day; negative when it is passed</source>
        <translation>距承诺期限 %1 天，距法定期限 %2 天；负数表示已超过</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>紧急程度</translation>
    </message>
    <message>
        <source>Acceptance number</source>
        <translation>受理号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>业务</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Acts next</source>
        <translation>由谁办理</translation>
    </message>
    <message>
        <source>Days left: promise / law</source>
        <translation>剩余天数：承诺 / 法定</translation>
    </message>
    <message>
        <source>This step</source>
        <translation>本环节</translation>
    </message>
</context>
<context>
    <name>idcounter::DeadlinePage</name>
    <message>
        <source>%1 %2  %3</source>
        <comment>sign, how many, word</comment>
        <translation>%1 %2&#x3000;%3</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>who acts next, how many cases</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>■ Step late (%1)</source>
        <translation>■ 环节逾期（%1）</translation>
    </message>
    <message numerus="yes">
        <source>%n open case(s), the latest first</source>
        <translation>
            <numerusform>%n 件在办，最急的在前</numerusform>
        </translation>
    </message>
    <message>
        <source>Every case from its acceptance to its end will stand here, with the days it has left.</source>
        <translation>从受理到办结的每一件都会列在这里，并显示剩余天数。</translation>
    </message>
    <message>
        <source>No case is as the chips say. Press a chip again to see more.</source>
        <translation>没有符合筛选条件的案件。再按一次筛选项可显示更多。</translation>
    </message>
    <message>
        <source>30 days more</source>
        <translation>延长 30 日</translation>
    </message>
    <message>
        <source>Why can the card of %1 not be issued within 60 days (Art. 12)?</source>
        <translation>%1 的证件为何不能在 60 日内发放（第十二条）？</translation>
    </message>
    <message>
        <source>Extend</source>
        <translation>延长</translation>
    </message>
    <message>
        <source>Two clocks run for every case: the promised day, and the 60 days of the law from the form&apos;s date. In the bar the mark is the promised day and the end the law&apos;s last one; once the citizen is told, the law&apos;s clock stands. ▲ is 80 % of the promised time, ■ a passed promise, ◆ a passed limit of the law.

The counts and the chips choose what the table shows. Enter opens the case. In an area with difficult transport a supervisor may add 30 days, with a reason.</source>
        <translation>每一件有两个期限：承诺期限，以及自填表之日起 60 日的法定期限。进度条上的竖线是承诺期限，末端是法定期限；通知申请人后法定期限停止计算。▲ 为承诺时间已过 80%，■ 为超过承诺期限，◆ 为超过法定期限。

上方的数字和筛选项决定表中显示哪些案件。按 Enter 打开案件。交通不便的地区，所长可以说明原因后延长 30 日。</translation>
    </message>
    <message>
        <source>Open cases</source>
        <translation>在办案件</translation>
    </message>
    <message>
        <source>&amp;Open (Enter)</source>
        <translation>打开(&amp;O)（Enter）</translation>
    </message>
    <message>
        <source>E&amp;xtend by 30 days…</source>
        <translation>延长 30 日(&amp;X)…</translation>
    </message>
</context>
<context>
    <name>idcounter::DeliveryView</name>
    <message numerus="yes">
        <source>%n number(s) were read from the list.</source>
        <translation>
            <numerusform>已从清单读入 %n 个受理号。</numerusform>
        </translation>
    </message>
    <message>
        <source>Load a delivery list</source>
        <translation>导入分发清单</translation>
    </message>
    <message>
        <source>Lists (*.txt *.csv)</source>
        <translation>清单 (*.txt *.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) on the way to the station</source>
        <translation>
            <numerusform>在途证件 %n 张</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) dispatched and not counted</source>
        <translation>
            <numerusform>已分发、未清点到的证件 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>Not in the delivery</source>
        <translation>本批缺证</translation>
    </message>
    <message>
        <source>Is the card of %1 not in the delivery? The card centre is told, and makes another.</source>
        <translation>本批确实没有%1的证件？将告知制证中心并重新制作。</translation>
    </message>
    <message>
        <source>Report it as missing</source>
        <translation>上报缺证</translation>
    </message>
    <message>
        <source>&amp;Delivery</source>
        <translation>收证(&amp;D)</translation>
    </message>
    <message>
        <source>Scan or type an acceptance number, Enter</source>
        <translation>扫描或输入受理号，按 Enter</translation>
    </message>
    <message>
        <source>&amp;Load a list…</source>
        <translation>导入清单(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;New delivery</source>
        <translation>新的一批(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Box</source>
        <translation>盒(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Slot</source>
        <translation>格(&amp;S)</translation>
    </message>
    <message>
        <source>Defecti&amp;ve…</source>
        <translation>废证(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Take off</source>
        <translation>移除(&amp;T)</translation>
    </message>
    <message>
        <source>Put away (Ctrl+Enter)</source>
        <translation>入柜（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Report as &amp;missing…</source>
        <translation>上报缺证(&amp;M)…</translation>
    </message>
    <message>
        <source>Acceptance number</source>
        <translation>受理号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Dispatched</source>
        <translation>分发日期</translation>
    </message>
    <message>
        <source>Cards dispatched and not counted</source>
        <translation>已分发、未清点到的证件</translation>
    </message>
    <message>
        <source>No card is on the way. Those the card centre has dispatched will be here until they are counted.</source>
        <translation>没有在途证件。制证中心分发后，尚未清点到的会列在这里。</translation>
    </message>
    <message numerus="yes">
        <source>The count goes on where %1 was at %2: %n card(s).</source>
        <translation>
            <numerusform>接着 %1 于 %2 的清点继续：共 %n 张。</numerusform>
        </translation>
    </message>
    <message>
        <source>Another counter goes on with this count.</source>
        <translation>本次清点已由其他窗口接续。</translation>
    </message>
    <message numerus="yes">
        <source>▲ Counter %1 is counting a delivery: %2, %n card(s), since %3.</source>
        <translation>
            <numerusform>▲ %1 号窗口正在清点到货：%2，已点 %n 张，自 %3 开始。</numerusform>
        </translation>
    </message>
    <message>
        <source>New delivery</source>
        <translation>新到货</translation>
    </message>
    <message>
        <source>Cards of this delivery are not put away yet, or are not ours. Is its count to be forgotten?</source>
        <translation>本批还有证件未入柜，或有不属本所的证件。是否放弃本次清点记录？</translation>
    </message>
    <message>
        <source>Forget the count</source>
        <translation>放弃清点记录</translation>
    </message>
    <message>
        <source>Take over the count</source>
        <translation>接续清点</translation>
    </message>
    <message>
        <source>Counter %1 loses its count, and it goes on here. Does %2 know?</source>
        <translation>%1 号窗口的清点将转到本窗口继续。是否已告知 %2？</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>接续</translation>
    </message>
    <message>
        <source>Take &amp;over…</source>
        <translation>接续(&amp;O)…</translation>
    </message>
</context>
<context>
    <name>idcounter::DeviceStrip</name>
    <message>
        <source>○ Scanner not connected</source>
        <translation>○ 指纹仪 未连接</translation>
    </message>
    <message>
        <source>○ Scanner opening</source>
        <translation>○ 指纹仪 正在打开</translation>
    </message>
    <message>
        <source>✓ Scanner ready</source>
        <translation>✓ 指纹仪 就绪</translation>
    </message>
    <message>
        <source>● Scanner at work</source>
        <translation>● 指纹仪 采集中</translation>
    </message>
    <message>
        <source>▲ Scanner cooling down</source>
        <translation>▲ 指纹仪 冷却中</translation>
    </message>
    <message>
        <source>▲ Scanner restarting</source>
        <translation>▲ 指纹仪 重启中</translation>
    </message>
    <message>
        <source>■ Scanner failed</source>
        <translation>■ 指纹仪 故障</translation>
    </message>
    <message>
        <source>○ Camera not connected</source>
        <translation>○ 摄像头 未连接</translation>
    </message>
    <message>
        <source>○ Camera opening</source>
        <translation>○ 摄像头 正在打开</translation>
    </message>
    <message>
        <source>● Camera live</source>
        <translation>● 摄像头 工作中</translation>
    </message>
    <message>
        <source>▲ Camera frozen</source>
        <translation>▲ 摄像头 无画面</translation>
    </message>
    <message>
        <source>■ Camera failed</source>
        <translation>■ 摄像头 故障</translation>
    </message>
    <message>
        <source>the system&apos;s default</source>
        <translation>系统默认</translation>
    </message>
    <message>
        <source>▲ Printer %1: not printed</source>
        <translation>▲ 打印机 %1：未打印</translation>
    </message>
    <message>
        <source>✓ Printer %1</source>
        <translation>✓ 打印机 %1</translation>
    </message>
    <message>
        <source>✓ Database, copied %1</source>
        <translation>✓ 数据库（已备份 %1）</translation>
    </message>
    <message>
        <source>✓ Database</source>
        <translation>✓ 数据库</translation>
    </message>
    <message>
        <source>▲ Database: look at the home page</source>
        <translation>▲ 数据库：请看首页提示</translation>
    </message>
    <message>
        <source>○ Camera off</source>
        <translation>○ 摄像头 待用</translation>
    </message>
    <message>
        <source>○ Printer %1</source>
        <translation>○ 打印机 %1</translation>
    </message>
    <message>
        <source>○ Card reader not connected</source>
        <translation>○ 读卡器未连接</translation>
    </message>
    <message>
        <source>○ Card reader opening</source>
        <translation>○ 读卡器正在打开</translation>
    </message>
    <message>
        <source>✓ Card reader ready</source>
        <translation>✓ 读卡器就绪</translation>
    </message>
    <message>
        <source>● Card reader at work</source>
        <translation>● 读卡器工作中</translation>
    </message>
    <message>
        <source>■ Card reader failed</source>
        <translation>■ 读卡器故障</translation>
    </message>
</context>
<context>
    <name>idcounter::DraftModel</name>
    <message>
        <source>booklet</source>
        <translation>户口簿</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>fingerprints</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>form</source>
        <translation>登记表</translation>
    </message>
    <message>
        <source>read-back</source>
        <translation>核对签字</translation>
    </message>
    <message>
        <source>fee</source>
        <translation>缴费</translation>
    </message>
    <message>
        <source>(no name yet)</source>
        <translation>（尚无姓名）</translation>
    </message>
    <message>
        <source>counter %1</source>
        <translation>%1 号窗口</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>At step</source>
        <translation>所在步骤</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>更新时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>经办</translation>
    </message>
    <message>
        <source>Open at</source>
        <translation>打开于</translation>
    </message>
    <message>
        <source>■ changed from outside: not shown</source>
        <translation>■ 已被外部改动，不予显示</translation>
    </message>
</context>
<context>
    <name>idcounter::FeePage</name>
    <message>
        <source>¥%1</source>
        <translation>¥%1</translation>
    </message>
    <message>
        <source>¥%1 instead of ¥%2</source>
        <translation>¥%1（原 ¥%2）</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>what: amount (source of the price)</comment>
        <translation>%1：%2（%3）</translation>
    </message>
    <message>
        <source>¥%1 short</source>
        <translation>还差 ¥%1</translation>
    </message>
    <message>
        <source>change ¥%1</source>
        <translation>找零 ¥%1</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>缴费</translation>
    </message>
    <message>
        <source>&amp;Nothing is owed</source>
        <translation>无需缴费(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Cash</source>
        <translation>现金(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Terminal, QR code or bank</source>
        <translation>刷卡、扫码或银行(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Handed over</source>
        <translation>实收(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Reference</source>
        <translation>凭证号(&amp;R)</translation>
    </message>
    <message>
        <source>Ctrl+Enter accepts the application: the acceptance number and the receipt number are given then.</source>
        <translation>按 Ctrl+Enter 正式受理，同时生成受理号和票据号。</translation>
    </message>
    <message>
        <source>Reduced: %1 (%2)</source>
        <comment>who has it (source of the reduction)</comment>
        <translation>减免：%1（%2）</translation>
    </message>
    <message>
        <source>temporary card</source>
        <translation>临时居民身份证</translation>
    </message>
    <message>
        <source>What is owed and by which notice. Cash: type what was handed over, the change stands beside it. Other means: the reference of the terminal. Accepting (Ctrl+Enter) gives the case its number; papers are printed after it and can be printed again.</source>
        <translation>显示应收金额及收费依据。现金：输入实收金额，找零随即显示；其他方式：输入终端凭证号。受理（Ctrl+Enter）后生成受理号，单据随后打印，可以补打。</translation>
    </message>
    <message>
        <source>Payment &amp;order, to be paid online or at a bank until %1</source>
        <translation>开具缴款单(&amp;O)，%1 前网上或到银行缴费</translation>
    </message>
</context>
<context>
    <name>idcounter::FingerCompare</name>
    <message>
        <source>– No finger is needed</source>
        <translation>– 无需比对指纹</translation>
    </message>
    <message>
        <source>● Place the finger on the plate</source>
        <translation>● 请将手指放在采集窗上</translation>
    </message>
    <message>
        <source>○ The scanner is being opened</source>
        <translation>○ 正在打开指纹仪</translation>
    </message>
    <message>
        <source>○ The press is being compared</source>
        <translation>○ 正在比对</translation>
    </message>
    <message>
        <source>▲ The press did not count</source>
        <translation>▲ 本次按压无效</translation>
    </message>
    <message>
        <source>○ Not compared yet</source>
        <translation>○ 尚未比对</translation>
    </message>
    <message>
        <source>✓ Match: %1</source>
        <translation>✓ 比对一致：%1</translation>
    </message>
    <message>
        <source>■ No match</source>
        <translation>■ 比对不一致</translation>
    </message>
    <message>
        <source>▲ No print is enrolled</source>
        <translation>▲ 未登记指纹</translation>
    </message>
    <message>
        <source>▲ Cannot be compared</source>
        <translation>▲ 无法比对</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source>Look at the own card of the person who fetches it.</source>
        <translation>请查验领证人的本人身份证。</translation>
    </message>
    <message>
        <source>Enrolled: %1. Compare, and let the citizen press one of them.</source>
        <translation>已登记：%1。请点比对，由申请人按压其中一指。</translation>
    </message>
    <message>
        <source>This is the person who applied. Go on with the next part.</source>
        <translation>确为申请人本人，请继续下一项。</translation>
    </message>
    <message>
        <source>Press again: %1. If it stays so, compare face and photo and ask for the booklet; hand out only with a reason, else keep the card.</source>
        <translation>请重新按压：%1。仍不一致的，核对相貌与照片并查验户口簿；说明理由方可发证，否则不予发放。</translation>
    </message>
    <message>
        <source>Compare face and photo, look at the booklet, and write the reason.</source>
        <translation>请核对相貌与照片，查验户口簿，并填写理由。</translation>
    </message>
    <message>
        <source>Clean and dry the finger and press again. If it stays so, compare face and photo and write the reason.</source>
        <translation>请擦净手指后再按一次。仍无法比对的，核对相貌与照片，并填写理由。</translation>
    </message>
    <message>
        <source>Press of the live finger</source>
        <translation>现场按压的指纹</translation>
    </message>
    <message>
        <source>Compare &amp;finger (F)</source>
        <translation>比对指纹(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>why without a match</source>
        <translation>未比对一致仍发证的理由</translation>
    </message>
</context>
<context>
    <name>idcounter::FingerPage</name>
    <message>
        <source>✓ Both fingers are taken.</source>
        <translation>✓ 两枚指纹已采集完成。</translation>
    </message>
    <message>
        <source>%1: press once more to verify</source>
        <translation>%1：请再按一次进行复验</translation>
    </message>
    <message>
        <source>%1: press %2 of %3</source>
        <translation>%1：第 %2 次按压，共 %3 次</translation>
    </message>
    <message>
        <source>The scanner is being opened.</source>
        <translation>正在打开指纹仪。</translation>
    </message>
    <message numerus="yes">
        <source>The scanner is cooling down, about %n second(s) more.</source>
        <translation>
            <numerusform>指纹仪冷却中，约还需 %n 秒。</numerusform>
        </translation>
    </message>
    <message>
        <source>Hold still.</source>
        <translation>请保持不动。</translation>
    </message>
    <message>
        <source>Place the finger on the plate.</source>
        <translation>请将手指放在采集窗上。</translation>
    </message>
    <message>
        <source>Looking at the press…</source>
        <translation>正在判读…</translation>
    </message>
    <message>
        <source>▲ %1</source>
        <translation>▲ %1</translation>
    </message>
    <message>
        <source>▲ %1 Many tries have failed: give this finger up and take the next.</source>
        <translation>▲ %1 已多次失败，建议放弃此指，采集下一指。</translation>
    </message>
    <message>
        <source>Press Again when the citizen is ready.</source>
        <translation>申请人准备好后请按“再采一次”。</translation>
    </message>
    <message numerus="yes">
        <source>%n press(es): %1</source>
        <translation>
            <numerusform>已按 %n 次：%1</numerusform>
        </translation>
    </message>
    <message>
        <source>quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>quality %v</source>
        <translation>质量 %v</translation>
    </message>
    <message>
        <source>quality %1</source>
        <translation>质量 %1</translation>
    </message>
    <message>
        <source>✓ taken and verified</source>
        <translation>✓ 已采集并复验</translation>
    </message>
    <message>
        <source>○ begun</source>
        <translation>○ 采集中</translation>
    </message>
    <message>
        <source>▲ not registered: %1</source>
        <translation>▲ 未登记：%1</translation>
    </message>
    <message>
        <source>This finger cannot be taken</source>
        <translation>该手指无法采集</translation>
    </message>
    <message>
        <source>Not registered: missing, injured, illegible</source>
        <translation>未注册：缺失、受伤、无法辨认</translation>
    </message>
    <message>
        <source>Registration failed: an image, but no usable print</source>
        <translation>注册失败：有图像，无可用特征</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Reason, as the form will say it</source>
        <translation>原因（将写入登记表）</translation>
    </message>
    <message>
        <source>Give up this finger</source>
        <translation>放弃此指</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Hands</source>
        <translation>双手</translation>
    </message>
    <message>
        <source>Last press</source>
        <translation>本次按压</translation>
    </message>
    <message>
        <source>The press is shown here.</source>
        <translation>按压图像显示在此。</translation>
    </message>
    <message>
        <source>Quality of the last press</source>
        <translation>本次按压质量</translation>
    </message>
    <message>
        <source>Fingers</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>Finger</source>
        <translation>指位</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>质量</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>&amp;Again (Space)</source>
        <translation>再采一次（空格）(&amp;A)</translation>
    </message>
    <message>
        <source>Ca&amp;nnot be taken…</source>
        <translation>无法采集(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Take the marked finger anew</source>
        <translation>重采所选手指(&amp;T)</translation>
    </message>
    <message>
        <source>The scanner cannot be used now. Follow the message above, then press Again.</source>
        <translation>指纹仪暂不可用，请按上方提示处理后按“再采一次”。</translation>
    </message>
    <message>
        <source>✓ No prints are asked for at this age. Press Again to take them all the same.</source>
        <translation>✓ 该年龄不要求采集指纹；如仍需采集，请按“再采一次”。</translation>
    </message>
    <message>
        <source>The finger that is asked for is drawn on the hand: three good presses, then one that confirms them. Space asks for the press again.

A finger that is missing, injured or gives no print is given up with a reason, and the next in order is asked for; a second officer confirms it. Nobody is refused a card for lack of prints.</source>
        <translation>手形图上标出应按的手指：合格按压三次，再按一次确认。按空格键重新采集。

缺指、伤残或采不出指纹的，注明原因后换下一指，并由第二名民警确认。不因无指纹而拒发证件。</translation>
    </message>
    <message>
        <source>The same for the other fingers of this hand</source>
        <translation>该手其余手指同此处理</translation>
    </message>
    <message numerus="yes">
        <source>%n try(s) left, %1</source>
        <translation>
            <numerusform>还可按 %n 次，用时 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>✓ Picture of the &amp;hand</source>
        <translation>✓ 手部照片(&amp;H)</translation>
    </message>
    <message>
        <source>Picture of the &amp;hand…</source>
        <translation>拍手部照片(&amp;H)…</translation>
    </message>
</context>
<context>
    <name>idcounter::FirstStartPage</name>
    <message>
        <source>What would you like to do?</source>
        <translation>您想做什么？</translation>
    </message>
    <message>
        <source>&amp;Try it</source>
        <translation>试一试(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Set up a station</source>
        <translation>设置派出所(&amp;S)</translation>
    </message>
    <message>
        <source>A practice station with made-up citizens, a drawn face and drawn fingers. Nothing in it is real, and nothing of it is ever sent.</source>
        <translation>练习派出所：虚构的申请人、绘制的人脸和指纹。其中没有真实信息，也不会上报。</translation>
    </message>
    <message>
        <source>For work at the counter: the station&apos;s name and code, the first supervisor, and a recovery key to be printed.</source>
        <translation>用于正式受理：填写派出所名称和代码、首位所长，并打印恢复密钥。</translation>
    </message>
    <message>
        <source>Try it makes a practice station at once: made-up citizens, drawn faces and fingers, nothing that counts. Set up a station makes a real one, and asks for its name, its code and its first supervisor.</source>
        <translation>“试一试”立即建立练习派出所：人员为虚构，人脸和指纹为绘制，数据均不计入业务。“设置派出所”建立正式派出所，需填写名称、代码和首任所长。</translation>
    </message>
</context>
<context>
    <name>idcounter::FormPage</name>
    <message numerus="yes">
        <source>%n years from signing</source>
        <translation>
            <numerusform>自签发日起 %n 年</numerusform>
        </translation>
    </message>
    <message>
        <source>long-term</source>
        <translation>长期</translation>
    </message>
    <message>
        <source>male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>photo: %1, fingers: %2</source>
        <translation>照片：%1，指纹：%2 枚</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>已采集</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>未采集</translation>
    </message>
    <message>
        <source>Known from the steps before</source>
        <translation>前面步骤已有内容</translation>
    </message>
    <message>
        <source>To be asked</source>
        <translation>需询问填写</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Sex</source>
        <translation>性别</translation>
    </message>
    <message>
        <source>Ethnic group</source>
        <translation>民族</translation>
    </message>
    <message>
        <source>Birth date</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Citizen number</source>
        <translation>公民身份号码</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>Issuing authority</source>
        <translation>签发机关</translation>
    </message>
    <message>
        <source>Applies for</source>
        <translation>申领原因</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>有效期限</translation>
    </message>
    <message>
        <source>Captured</source>
        <translation>采集情况</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>联系电话(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Collection</source>
        <translation>领证方式(&amp;C)</translation>
    </message>
    <message>
        <source>Mailing &amp;address</source>
        <translation>邮寄地址(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Remarks (optional)</source>
        <translation>备注（选填）(&amp;R)</translation>
    </message>
    <message>
        <source>in person at the station</source>
        <translation>本人到所领取</translation>
    </message>
    <message>
        <source>by mail</source>
        <translation>邮寄</translation>
    </message>
    <message>
        <source>On the left what the steps before have given, on the right what is asked now. Notice and collection need a phone; mail needs an address and cannot be changed once the data are sent.</source>
        <translation>左侧为前面步骤已有内容，右侧为现需填写。通知和领取需要电话；选择邮寄须填地址，数据上报后不能更改。</translation>
    </message>
</context>
<context>
    <name>idcounter::GuardianBox</name>
    <message>
        <source>Under 16: the guardian applies</source>
        <translation>未满十六周岁：由监护人代为申请</translation>
    </message>
    <message>
        <source>Guardian&apos;s number</source>
        <translation>监护人号码</translation>
    </message>
    <message>
        <source>Guardian&apos;s name</source>
        <translation>监护人姓名</translation>
    </message>
    <message>
        <source>Relation</source>
        <translation>与申请人关系</translation>
    </message>
    <message>
        <source>Guardian&apos;s phone (optional)</source>
        <translation>监护人电话（选填）</translation>
    </message>
</context>
<context>
    <name>idcounter::HandOutView</name>
    <message>
        <source>Which paper was shown? Press S for the slip or B for the household booklet.</source>
        <translation>请确认所持证明：领取凭证按 S，居民户口簿按 B。</translation>
    </message>
    <message>
        <source>The card of %1 was handed out.</source>
        <translation>%1的证件已发放。</translation>
    </message>
    <message>
        <source>The card of %1 is in the mail, number %2.</source>
        <translation>%1的证件已寄出，单号 %2。</translation>
    </message>
    <message>
        <source>The card of %1 was delivered.</source>
        <translation>%1的证件已送达。</translation>
    </message>
    <message>
        <source>The card of %1 is here again, in %2.</source>
        <translation>%1的证件已退回本所，存放于 %2。</translation>
    </message>
    <message>
        <source>The collection was taken back. The card of %1 is set aside; give it a place on the page of cards.</source>
        <translation>领证已撤销，%1的证件暂放柜台，请在收证页面重新安排存放位置。</translation>
    </message>
    <message>
        <source>The card of %1 is reported to the card centre, which makes another.</source>
        <translation>%1的证件已上报制证中心，将重新制作。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>This card was handed out on %1. A mistake of today is taken back by a supervisor.</source>
        <translation>该证已于 %1 发放。当日误发的，由所长撤销。</translation>
    </message>
    <message>
        <source>There is no card to hand out: %1. %2</source>
        <translation>没有可发放的证件：%1。%2</translation>
    </message>
    <message>
        <source>Hand out (Ctrl+Enter)</source>
        <translation>发证（Ctrl+Enter）</translation>
    </message>
</context>
<context>
    <name>idcounter::HeldCard</name>
    <message>
        <source>What the card says</source>
        <translation>证件内容</translation>
    </message>
    <message>
        <source>box – slot; %1 since %2</source>
        <translation>盒 – 格；%1，自 %2</translation>
    </message>
    <message>
        <source>%1 since %2 under %3</source>
        <translation>%1，自 %2，单号 %3</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1，自 %2</translation>
    </message>
    <message>
        <source>the old card</source>
        <translation>原证</translation>
    </message>
    <message>
        <source>the temporary card</source>
        <translation>临时居民身份证</translation>
    </message>
    <message>
        <source>▲ Take back: %1</source>
        <translation>▲ 须收回：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Not signed by the county yet</source>
        <translation>县级公安机关尚未签发</translation>
    </message>
    <message>
        <source>Valid %1</source>
        <translation>有效期限 %1</translation>
    </message>
    <message>
        <source>Read back: valid %1</source>
        <translation>请复述：有效期限 %1</translation>
    </message>
    <message>
        <source>Read back: valid %1 (long-term)</source>
        <translation>请复述：有效期限 %1</translation>
    </message>
    <message>
        <source>no card here</source>
        <translation>证件不在所</translation>
    </message>
    <message>
        <source>Place of the card: %1</source>
        <translation>存放位置：%1</translation>
    </message>
</context>
<context>
    <name>idcounter::HelpDialog</name>
    <message>
        <source>Help for this page</source>
        <translation>本页帮助</translation>
    </message>
    <message>
        <source>Keys of the window</source>
        <translation>窗口快捷键</translation>
    </message>
    <message>
        <source>new case</source>
        <translation>新受理</translation>
    </message>
    <message>
        <source>drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>daily report</source>
        <translation>日报</translation>
    </message>
    <message>
        <source>settings and devices</source>
        <translation>设置与设备</translation>
    </message>
    <message>
        <source>menu of the person at the counter</source>
        <translation>当前人员菜单</translation>
    </message>
    <message>
        <source>search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>next step, accept</source>
        <translation>下一步、受理</translation>
    </message>
    <message>
        <source>back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>go to a step</source>
        <translation>转到步骤</translation>
    </message>
    <message>
        <source>print this page&apos;s paper</source>
        <translation>打印本页单据</translation>
    </message>
    <message>
        <source>next / previous field</source>
        <translation>下一项 / 上一项</translation>
    </message>
    <message>
        <source>refuse, discard the case</source>
        <translation>不予受理、放弃本件</translation>
    </message>
    <message>
        <source>close what is open; nothing is lost</source>
        <translation>关闭当前内容，不丢失已录信息</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>idcounter::HomePage</name>
    <message>
        <source>The draft is open at counter %1.</source>
        <translation>该草稿正在 %1 号窗口打开。</translation>
    </message>
    <message>
        <source>Take it over here</source>
        <translation>在此接手</translation>
    </message>
    <message>
        <source>¥%1</source>
        <translation>¥%1</translation>
    </message>
    <message>
        <source>Photos accepted %1 of %2, presses accepted %3 of %4</source>
        <translation>照片合格 %1 / %2，按压合格 %3 / %4</translation>
    </message>
    <message>
        <source>New case (F2)</source>
        <translation>新受理（F2）</translation>
    </message>
    <message>
        <source>Drafts (F3)</source>
        <translation>草稿（F3）</translation>
    </message>
    <message>
        <source>Cases that were begun and not finished will be here.</source>
        <translation>已开始未办完的件会显示在这里。</translation>
    </message>
    <message>
        <source>Made-up citizens who are waiting</source>
        <translation>等候中的练习申请人</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>件已受理</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>已收费</translation>
    </message>
    <message>
        <source>Accepted today</source>
        <translation>今日受理</translation>
    </message>
    <message>
        <source>Cases accepted today will be here. Begin one with F2.</source>
        <translation>今日受理的件会显示在这里，按 F2 开始。</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Cases accepted today</source>
        <translation>今日受理件</translation>
    </message>
    <message>
        <source>F2 begins a case. A draft goes on where it was left, with photo and prints: choose it and press Enter. One that is open at another counter can be taken over here.

A case that was accepted today opens with Enter, for its papers. The bars show the last seven days.</source>
        <translation>按 F2 开始新受理。草稿含照片和指纹，选中后按 Enter 从中断处继续；在其他柜台打开的草稿可在此接管。

今日已受理的案件按 Enter 打开，可补打单据。柱形图为近七日数据。</translation>
    </message>
    <message>
        <source>Cases of the last seven days</source>
        <translation>近七日受理件数</translation>
    </message>
    <message>
        <source>Money taken in the last seven days, in yuan</source>
        <translation>近七日收费（元）</translation>
    </message>
</context>
<context>
    <name>idcounter::HoursPage</name>
    <message>
        <source>Name, Chinese and English</source>
        <translation>名称（中文、英文）</translation>
    </message>
    <message>
        <source>Name in Chinese</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <source>Name in English</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Days ahead</source>
        <translation>可提前天数</translation>
    </message>
    <message>
        <source>No new bookings</source>
        <translation>暂停新预约</translation>
    </message>
    <message>
        <source>Add hours</source>
        <translation>增加一行</translation>
    </message>
    <message>
        <source>(no name yet)</source>
        <translation>（尚未命名）</translation>
    </message>
    <message>
        <source>village</source>
        <translation>下乡办证点</translation>
    </message>
    <message>
        <source>hall</source>
        <translation>大厅</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>不办理</translation>
    </message>
    <message>
        <source>● not kept yet</source>
        <translation>● 未保存</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>A village: the field team is there on the days below</source>
        <translation>下乡办证点：民警按以下服务日期上门服务</translation>
    </message>
    <message>
        <source>A hall with hours of the week</source>
        <translation>户籍大厅：按每周时间办公</translation>
    </message>
    <message>
        <source>Add a day of the visit (Ins)</source>
        <translation>添加服务日期（Ins）</translation>
    </message>
    <message>
        <source>Other hours on a day (Ins)</source>
        <translation>某日另定时间（Ins）</translation>
    </message>
    <message>
        <source>The address of the platform, and the places at which bookings are served: halls with hours of the week, and villages with the days on which the field team is there. A row is a weekday or a single day (2026-12-05), from, until, how many windows, and how many of them the public may book; the others are the station&apos;s own, which it gives away also without a line. A single day holds instead of the week; 0 windows close it; holidays are closed by themselves. At the side stands what applicants will see. Insert adds a day, Delete removes a row, Ctrl+Enter keeps the place and tells the platform. Nobody loses a booking by a change: whose window goes is listed under “Must be moved”.</source>
        <translation>平台地址，以及办理预约业务的服务点：户籍大厅按每周时间办公，下乡办证点按民警到村的服务日期办公。每行一个星期或单独日期（如2026-12-05），依次为开始、结束、窗口数、其中公众可预约的窗口数；其余窗口由本所自行安排，无网络时也可使用。单独日期优先于每周时间，窗口数为0即当日不办；法定节假日自动不办。旁边显示申请人将看到的内容。Insert添加日期，Delete删除一行，Ctrl+Enter保存并发布。调整时间不会取消任何人的预约：窗口被取消的列入“须改期”。</translation>
    </message>
    <message>
        <source>Places and hours of bookings</source>
        <translation>预约服务点与时间</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>服务点</translation>
    </message>
    <message>
        <source>New &amp;hall</source>
        <translation>新增大厅(&amp;H)</translation>
    </message>
    <message>
        <source>New &amp;village</source>
        <translation>新增下乡办证点(&amp;V)</translation>
    </message>
    <message>
        <source>Discard the new place</source>
        <translation>放弃新增的服务点</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>选填</translation>
    </message>
    <message>
        <source>Address, Chinese and English</source>
        <translation>地址（中、英文）</translation>
    </message>
    <message>
        <source>Address in Chinese</source>
        <translation>中文地址</translation>
    </message>
    <message>
        <source>Address in English</source>
        <translation>英文地址</translation>
    </message>
    <message>
        <source>Close a day</source>
        <translation>某日不办</translation>
    </message>
    <message>
        <source>Remove (Del)</source>
        <translation>删除（Del）</translation>
    </message>
    <message>
        <source>Rules and business…</source>
        <translation>规则与业务…</translation>
    </message>
    <message>
        <source>Kept; the platform is told. Nobody&apos;s booking was changed.</source>
        <translation>已保存，并告知平台。没有改动任何人的预约。</translation>
    </message>
    <message>
        <source>Applicants must know where to go: type a name and an address, then keep it.</source>
        <translation>申请人须知道到哪里办理：请填写名称和地址后再保存。</translation>
    </message>
    <message>
        <source>Minutes each</source>
        <translation>每段分钟</translation>
    </message>
    <message>
        <source>Keep and publish (Ctrl+Enter)</source>
        <translation>保存并发布（Ctrl+Enter）</translation>
    </message>
</context>
<context>
    <name>idcounter::HoursTable</name>
    <message>
        <source>Day of the visit</source>
        <translation>服务日期</translation>
    </message>
    <message>
        <source>Weekday or day</source>
        <translation>星期或日期</translation>
    </message>
    <message>
        <source>From</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>窗口数</translation>
    </message>
    <message>
        <source>for the public</source>
        <translation>公众席位</translation>
    </message>
    <message>
        <source>Days of the visit</source>
        <translation>服务日期</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>idcounter::IdentityPage</name>
    <message>
        <source>Photo of %1</source>
        <translation>%1 的照片</translation>
    </message>
    <message>
        <source>Print of %1, %2</source>
        <translation>%1 的指纹，%2</translation>
    </message>
    <message>
        <source>Citizen number: %1
Acceptance number: %2, %3
Finger: %4
Accepted by: %5</source>
        <translation>公民身份号码：%1
受理号：%2，%3
指位：%4
受理人：%5</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>同一人</translation>
    </message>
    <message>
        <source>Different people</source>
        <translation>不是同一人</translation>
    </message>
    <message>
        <source>What was found out, and what is done about it?</source>
        <translation>核查结果及处理情况：</translation>
    </message>
    <message>
        <source>How were they told apart?</source>
        <translation>如何认定不是同一人：</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>The prints of every accepted case are compared with those of all others of the station, in the background. Where the same finger lies under two citizen numbers, or an earlier case of the same number has other prints, both cases stand here beside each other.

Compare photos and prints, ask where needed, and record what was found out. Nothing is refused by itself.</source>
        <translation>每件受理业务的指纹都在后台与本所其他业务比对。同一指纹登记在两个号码下，或同一号码以前的指纹不同时，两件业务在此并列显示。

请比对照片和指纹，必要时询问当事人，并登记核查结果。系统不会自动拒绝任何人。</translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) of cases to look at</source>
        <translation>
            <numerusform>%n 组业务待核查</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing to look at. The prints of %n finger(s) were compared.</source>
        <translation>
            <numerusform>没有待核查的业务。已比对 %n 枚指纹。</numerusform>
        </translation>
    </message>
    <message>
        <source>Pairs of cases</source>
        <translation>待核查业务</translation>
    </message>
    <message>
        <source>One per&amp;son…</source>
        <translation>同一人(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Different people…</source>
        <translation>不是同一人(&amp;D)…</translation>
    </message>
</context>
<context>
    <name>idcounter::ImportTable</name>
    <message>
        <source>✓ applied</source>
        <translation>✓ 已处理</translation>
    </message>
    <message>
        <source>– as far already</source>
        <translation>– 已到此步</translation>
    </message>
    <message>
        <source>– about an earlier round</source>
        <translation>– 属于以前的轮次</translation>
    </message>
    <message>
        <source>■ no such case here</source>
        <translation>■ 本所无此案件</translation>
    </message>
    <message>
        <source>▲ not possible in its state</source>
        <translation>▲ 当前状态不能处理</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>outcome: how many lines</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 was imported before. Nothing was changed; this is what came of it then.</source>
        <translation>%1 以前已导入，未作改动；以下是当时的结果。</translation>
    </message>
    <message>
        <source>%1 was imported.</source>
        <translation>%1 已导入。</translation>
    </message>
    <message>
        <source>The package was received.</source>
        <translation>数据包已接收。</translation>
    </message>
    <message>
        <source>It was sent back.</source>
        <translation>退回。</translation>
    </message>
    <message>
        <source>Lines of the feedback</source>
        <translation>反馈明细</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Acceptance number</source>
        <translation>受理号</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What county and centre answer comes as a file. Its lines will stand here with what each did.</source>
        <translation>县级公安机关和制证中心的答复是反馈文件。导入后逐行显示处理结果。</translation>
    </message>
</context>
<context>
    <name>idcounter::KeyReminders</name>
    <message>
        <source>■ Our own keys ran out on %1: county and centre take nothing from us. Make new ones under Packages.</source>
        <translation>■ 本所密钥已于 %1 到期，县级公安机关和制证中心不再接收本所文件。请在“数据包”中生成新密钥。</translation>
    </message>
    <message>
        <source>■ The keys of %1 ran out on %2: nothing is written for it or read from it. Import its new ones.</source>
        <translation>■ %1的密钥已于 %2 到期，不再向其上报，也不再读取其反馈。请导入新密钥。</translation>
    </message>
    <message numerus="yes">
        <source>▲ Our own keys run out on %1, in %n day(s). Make new ones under Packages and hand them to the partners.</source>
        <translation>
            <numerusform>▲ 本所密钥将于 %1 到期（还有 %n 天）。请在“数据包”中生成新密钥并交给对方单位。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ The keys of %1 run out on %2, in %n day(s). Ask the office for its new ones.</source>
        <translation>
            <numerusform>▲ %1的密钥将于 %2 到期（还有 %n 天）。请向该单位索取新密钥。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idcounter::LifePages</name>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Returned cases</source>
        <translation>退回案件</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>上报</translation>
    </message>
    <message>
        <source>Cards that arrive</source>
        <translation>收证</translation>
    </message>
    <message>
        <source>Collection</source>
        <translation>领证</translation>
    </message>
    <message>
        <source>Temporary cards</source>
        <translation>临时居民身份证</translation>
    </message>
    <message>
        <source>Deadlines</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Payment orders</source>
        <translation>缴款单</translation>
    </message>
</context>
<context>
    <name>idcounter::LifeRulesDialog</name>
    <message>
        <source>Who accepted a case may review it (a station of one person; it is recorded)</source>
        <translation>受理人可以审核本人受理的案件（仅限一人所，将予记录）</translation>
    </message>
    <message>
        <source>The day&apos;s package is written by itself</source>
        <translation>每日自动生成上报包</translation>
    </message>
    <message>
        <source>Review, packages, collection</source>
        <translation>审核、上报、领证规则</translation>
    </message>
    <message>
        <source>nobody but the holder</source>
        <translation>仅限本人</translation>
    </message>
    <message>
        <source>a relative of the same household</source>
        <translation>同户直系亲属</translation>
    </message>
    <message>
        <source>a relative</source>
        <translation>亲属</translation>
    </message>
    <message>
        <source>Time of the day&apos;s package</source>
        <translation>自动生成上报包的时间</translation>
    </message>
    <message>
        <source>A card is handed to</source>
        <translation>可领取证件的人</translation>
    </message>
    <message>
        <source>Days after which a card counts as not collected</source>
        <translation>逾期未领的天数</translation>
    </message>
    <message>
        <source>Days until who was not reached is called again</source>
        <translation>未联系上时再次通知的间隔天数</translation>
    </message>
    <message>
        <source>At</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>none: the counter takes the money</source>
        <translation>不开缴款单，窗口收费</translation>
    </message>
    <message>
        <source>Days for which a payment order can be paid</source>
        <translation>缴款单有效天数</translation>
    </message>
</context>
<context>
    <name>idcounter::LineBar</name>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Differences from the platform</source>
        <translation>与平台的差异</translation>
    </message>
    <message>
        <source>Was looked at</source>
        <translation>已核对</translation>
    </message>
    <message>
        <source>Look at them…</source>
        <translation>查看…</translation>
    </message>
</context>
<context>
    <name>idcounter::LogInPage</name>
    <message>
        <source>Locked. The case is kept as it is.</source>
        <translation>已锁定，当前件原样保留。</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>口令(&amp;P)</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>This is a practice station. Click to log in as:</source>
        <translation>这是练习派出所，点击即可登录：</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>所长</translation>
    </message>
    <message>
        <source>clerk</source>
        <translation>受理员</translation>
    </message>
    <message>
        <source>%1, %2 (%3 / %4)</source>
        <comment>name, role (log-in / passphrase)</comment>
        <translation>%1&#x3000;%2（%3 / %4）</translation>
    </message>
    <message>
        <source>Another person: keep the case as a draft</source>
        <translation>换人登录（本件存为草稿）</translation>
    </message>
    <message>
        <source>Nobody can log in any more…</source>
        <translation>无人能登录时…</translation>
    </message>
    <message>
        <source>Log-in name and passphrase. After a lock the case is where it was left.

Who forgot the passphrase asks a supervisor for a new log-in. Where nobody can log in any more, the recovery key opens the station.</source>
        <translation>请输入登录名和口令。锁定后重新登录，案件保持原状。

忘记口令请由所长重设；所有人都无法登录时，可用恢复密钥打开本所数据。</translation>
    </message>
    <message>
        <source>Log-in &amp;name</source>
        <translation>登录名(&amp;N)</translation>
    </message>
</context>
<context>
    <name>idcounter::MainWindow</name>
    <message>
        <source>Settings and devices… (F9)</source>
        <translation>设置与设备…（F9）</translation>
    </message>
    <message>
        <source>Lock (Ctrl+L)</source>
        <translation>锁定（Ctrl+L）</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>ID Counter</source>
        <translation>身份证受理台</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>首页</translation>
    </message>
    <message>
        <source>F2 New case</source>
        <translation>F2 新受理</translation>
    </message>
    <message>
        <source>F3 Drafts</source>
        <translation>F3 草稿</translation>
    </message>
    <message>
        <source>F8 Daily report</source>
        <translation>F8 日报</translation>
    </message>
    <message>
        <source>Ctrl+F Search…</source>
        <translation>Ctrl+F 查找…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Person at the counter: %1</source>
        <translation>经办人：%1</translation>
    </message>
    <message>
        <source>Change the language</source>
        <translation>切换语言</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>本所设置</translation>
    </message>
    <message>
        <source>F10 %1 ▾</source>
        <translation>F10 %1 ▾</translation>
    </message>
    <message>
        <source>Help for this page (F1)</source>
        <translation>本页帮助（F1）</translation>
    </message>
    <message>
        <source>Prints compared</source>
        <translation>指纹核查</translation>
    </message>
    <message>
        <source>Start of the day: test the devices (F7)</source>
        <translation>每日开工设备检测 (F7)</translation>
    </message>
    <message numerus="yes">
        <source>▲ Prints: %n</source>
        <translation>
            <numerusform>▲ 指纹核查 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>F4 Review</source>
        <translation>F4 审核</translation>
    </message>
    <message>
        <source>F6 Collection</source>
        <translation>F6 领证</translation>
    </message>
    <message>
        <source>F11 Cards ▾</source>
        <translation>F11 制证 ▾</translation>
    </message>
</context>
<context>
    <name>idcounter::MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation>关闭提示</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>messages</comment>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>idcounter::MoveBox</name>
    <message>
        <source>Write to the applicant</source>
        <translation>给申请人发消息</translation>
    </message>
    <message>
        <source>The applicant reads English. Nothing is sent before you press the button:</source>
        <translation>申请人使用英文。按下按钮前不会发送：</translation>
    </message>
    <message>
        <source>The applicant reads Chinese. Nothing is sent before you press the button:</source>
        <translation>申请人使用中文。按下按钮前不会发送：</translation>
    </message>
    <message>
        <source>Message to the applicant</source>
        <translation>给申请人的消息</translation>
    </message>
    <message>
        <source>Send the message</source>
        <translation>发送消息</translation>
    </message>
    <message>
        <source>The applicant was called</source>
        <translation>已致电申请人</translation>
    </message>
    <message>
        <source>comes at the old time all the same, and is served</source>
        <translation>仍按原时间来办理</translation>
    </message>
    <message>
        <source>wants another time, or gives it up: open the booking</source>
        <translation>要求另定时间或放弃：打开预约</translation>
    </message>
    <message>
        <source>was not reached</source>
        <translation>未联系上</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>What was said, as the applicant can read it</source>
        <translation>通话内容（申请人可看到）</translation>
    </message>
    <message>
        <source>Telephone: %1</source>
        <translation>电话：%1</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>&amp;Write to the applicant…</source>
        <translation>给申请人发消息(&amp;W)…</translation>
    </message>
    <message>
        <source>Was &amp;called…</source>
        <translation>已致电(&amp;C)…</translation>
    </message>
</context>
<context>
    <name>idcounter::NoticeDialog</name>
    <message>
        <source>Notice on personal data</source>
        <translation>个人信息处理告知书</translation>
    </message>
    <message>
        <source>%1 takes your registered data, your photo and your fingerprints to issue your resident identity card, as the Resident Identity Card Law requires (Art. 3, 9, 13).

Photo and fingerprints are sensitive personal data. They are encrypted, seen only by the officers who handle your application, sent only to the public security organs and the card-making centre, and kept as long as the law and the archive rules require.

You may ask to see your data and to have mistakes corrected here at any time. For a child under 14 the guardian reads this notice.</source>
        <translation>依照《中华人民共和国居民身份证法》第三条、第九条、第十三条，%1为您办理居民身份证，需采集您的户籍登记信息、相片和指纹信息。

相片和指纹属敏感个人信息，均加密保存，仅由承办民警经手，仅报送公安机关和制证中心，并按法律和档案规定的期限保存。

您可随时在本所查阅本人信息，发现错误可要求更正。未满十四周岁的，由监护人阅读本告知书。</translation>
    </message>
    <message>
        <source>The citizen has read it</source>
        <translation>申请人已阅读</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>idcounter::OrderPage</name>
    <message>
        <source>Paid online or at a bank</source>
        <translation>网上或银行缴费</translation>
    </message>
    <message>
        <source>Reference of the payment of ¥%1:</source>
        <translation>缴费 ¥%1 的流水号：</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已缴费</translation>
    </message>
    <message>
        <source>Fees that were left open as payment orders. Remind the applicant every third day, three times at most; put down what was paid, in cash or with the reference of the bank. The review waits for the payment; what is not paid by the day on the slip ends the application by itself, as withdrawn.</source>
        <translation>开具缴款单、尚未缴费的申请。每三日提醒一次，最多三次；缴费后在此登记：现金，或填写网上、银行缴费流水号。未缴费不能审核；超过凭证上的缴费日期，申请自动终止，按撤回处理。</translation>
    </message>
    <message>
        <source>Payment orders</source>
        <translation>缴款单</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>未提醒</translation>
    </message>
    <message numerus="yes">
        <source>%n time(s)</source>
        <comment>reminded</comment>
        <translation>
            <numerusform>%n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>▲ %1, today again</source>
        <comment>how often reminded</comment>
        <translation>▲ %1，今日再提醒</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Acceptance number</source>
        <translation>受理号</translation>
    </message>
    <message>
        <source>To be paid</source>
        <translation>应缴</translation>
    </message>
    <message>
        <source>¥%1</source>
        <translation>¥%1</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Reminded</source>
        <translation>提醒</translation>
    </message>
    <message>
        <source>No fee is open. Applications that were accepted with a payment order will be here until they are paid.</source>
        <translation>没有未缴费的申请。开具缴款单受理的申请在缴费前列在这里。</translation>
    </message>
    <message>
        <source>B&amp;y</source>
        <translation>方式(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Reminded</source>
        <translation>已提醒(&amp;R)</translation>
    </message>
    <message>
        <source>Paid online or at a &amp;bank…</source>
        <translation>网上或银行缴费(&amp;B)…</translation>
    </message>
    <message>
        <source>Paid in &amp;cash</source>
        <translation>现金缴费(&amp;C)</translation>
    </message>
</context>
<context>
    <name>idcounter::PackagesPage</name>
    <message>
        <source>Package %1 was written. Hand it over now.</source>
        <translation>数据包 %1 已写好，请移交。</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>移交…</translation>
    </message>
    <message>
        <source>Package %1 was copied into the folder %2.</source>
        <translation>数据包 %1 已复制到文件夹 %2。</translation>
    </message>
    <message>
        <source>Our keys were written: %1.</source>
        <translation>本所密钥已写出：%1。</translation>
    </message>
    <message>
        <source>▲ made, to be handed over</source>
        <translation>▲ 已写好，待移交</translation>
    </message>
    <message>
        <source>handed over</source>
        <translation>已移交</translation>
    </message>
    <message>
        <source>acknowledged %1 of %2</source>
        <translation>已确认 %1 / %2</translation>
    </message>
    <message>
        <source>✓ acknowledged</source>
        <translation>✓ 已全部确认</translation>
    </message>
    <message>
        <source>No package was written yet. The ones that are written stand here until they are acknowledged, and longer.</source>
        <translation>还没有写过数据包。写好的数据包会一直列在这里。</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>数据包</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) wait for a package</source>
        <translation>
            <numerusform>%n 件等待上报</numerusform>
        </translation>
    </message>
    <message>
        <source>No case waits for a package. Reviewed cases are gathered here.</source>
        <translation>没有等待上报的案件。审核通过的案件会汇集到这里。</translation>
    </message>
    <message>
        <source>Where package %1 goes</source>
        <translation>数据包 %1 存放位置</translation>
    </message>
    <message>
        <source>Feedback of county or centre</source>
        <translation>县级或制证中心的反馈</translation>
    </message>
    <message>
        <source>&amp;Write package</source>
        <translation>写数据包(&amp;W)</translation>
    </message>
    <message>
        <source>case %v of %m</source>
        <translation>第 %v 件，共 %m 件</translation>
    </message>
    <message>
        <source>Progress of the package</source>
        <translation>数据包进度</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>包编号</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>写出时间</translation>
    </message>
    <message>
        <source>Cases</source>
        <translation>件数</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>&amp;Hand over…</source>
        <translation>移交(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Import feedback…</source>
        <translation>导入反馈(&amp;I)…</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) stayed behind; take the approval back and have done again what is damaged:</source>
        <translation>
            <numerusform>有 %n 件未能上报；请先撤回审核，再重新采集损坏的项目：</numerusform>
        </translation>
    </message>
    <message>
        <source>These keys of %1 are here already.</source>
        <translation>%1的这组密钥已经导入过。</translation>
    </message>
    <message>
        <source>The sheet for the comparison was printed.</source>
        <translation>密钥指纹核对单已打印。</translation>
    </message>
    <message>
        <source>The sheet for the comparison was written: %1.</source>
        <translation>密钥指纹核对单已保存：%1。</translation>
    </message>
    <message>
        <source>Reviewed cases and reported defects are written into one package for county and centre: checked, signed and sealed. Hand it over on a drive or in a folder; the same file can be handed out again. What comes back is imported here, in any order and as often as you like, and each line says what it did.

A file is only read or written with keys that two officers compared: one imports them, another reads the eight groups aloud with the office and confirms. Both sign the printed sheet. Keys have a last day: a month before, ask the office for new ones and confirm them the same way; they take the place of the old, by which earlier files are still read until their last day.</source>
        <translation>审核通过的案件和已登记的废证写成一个数据包，报县级公安机关和制证中心：经过校验、签名并加密。可用U盘或文件夹移交，同一文件可以再次移交。返回的文件在此导入，次序不限、可重复导入，每条记录都会说明结果。

只有经两名民警核对的密钥才能用于读写文件：一人导入，另一人与对方单位逐组朗读八组数字并确认，两人在打印的核对单上签字。密钥有有效期：到期前一个月请向对方索取新密钥，按同样办法核对确认；新密钥确认后代替旧密钥，旧密钥签名的先前文件在其到期日前仍可读取。</translation>
    </message>
</context>
<context>
    <name>idcounter::PartnersBox</name>
    <message>
        <source>■ expired</source>
        <translation>■ 已过期</translation>
    </message>
    <message>
        <source>▲ to be compared</source>
        <translation>▲ 待核对</translation>
    </message>
    <message>
        <source>▲ expires soon</source>
        <translation>▲ 即将过期</translation>
    </message>
    <message>
        <source>✓ in use</source>
        <translation>✓ 使用中</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>state, name of the office</comment>
        <translation>%1&#x3000;%2</translation>
    </message>
    <message>
        <source>They are made when they are first written.</source>
        <translation>首次写出时生成。</translation>
    </message>
    <message>
        <source>No keys of county or centre yet. Import the file that they sent; without it no package can be written and no feedback read.</source>
        <translation>还没有县级公安机关或制证中心的密钥。请导入对方发来的密钥文件；没有密钥不能写数据包，也不能读反馈。</translation>
    </message>
    <message>
        <source>Fingerprint of the keys of %1</source>
        <translation>%1 的密钥指纹</translation>
    </message>
    <message>
        <source>Valid to %1. Imported by %2.</source>
        <translation>有效期至 %1。导入人：%2。</translation>
    </message>
    <message>
        <source>Compared by %1.</source>
        <translation>核对人：%1。</translation>
    </message>
    <message>
        <source>Call the office. One reads these numbers aloud, the other compares. Another officer than the one who imported them confirms.</source>
        <translation>请致电对方单位，一人念数字，一人核对。须由导入人以外的另一名民警确认。</translation>
    </message>
    <message>
        <source>Write our keys</source>
        <translation>写出本所密钥</translation>
    </message>
    <message>
        <source>Keys of an office</source>
        <translation>对方单位的密钥</translation>
    </message>
    <message>
        <source>Keys of county and centre</source>
        <translation>县级和制证中心的密钥</translation>
    </message>
    <message>
        <source>Offices</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>The numbers are e&amp;qual</source>
        <translation>数字一致(&amp;Q)</translation>
    </message>
    <message>
        <source>Import &amp;keys…</source>
        <translation>导入密钥(&amp;K)…</translation>
    </message>
    <message>
        <source>Our own keys</source>
        <translation>本所密钥</translation>
    </message>
    <message>
        <source>Write &amp;our keys…</source>
        <translation>写出本所密钥(&amp;O)…</translation>
    </message>
    <message>
        <source>○ replaced</source>
        <translation>○ 已更换</translation>
    </message>
    <message>
        <source>Valid to %1.</source>
        <translation>有效期至 %1。</translation>
    </message>
    <message>
        <source>Replaced on %1. What was signed before is read until %2.</source>
        <translation>已于 %1 更换；更换前签名的文件可读取至 %2。</translation>
    </message>
    <message>
        <source>Save the sheet for the comparison</source>
        <translation>保存密钥指纹核对单</translation>
    </message>
    <message>
        <source>New keys of the station</source>
        <translation>更换本所密钥</translation>
    </message>
    <message>
        <source>From now on packages are signed with new keys. County and centre take none before they have imported and compared them: write the new keys, print the sheet, and hand both over at once.</source>
        <translation>此后数据包用新密钥签名，县级公安机关和制证中心导入并核对新密钥之前不会接收。请立即导出新密钥、打印核对单，一并交给对方。</translation>
    </message>
    <message>
        <source>Make new keys</source>
        <translation>生成新密钥</translation>
    </message>
    <message>
        <source>&amp;Print the sheet</source>
        <translation>打印核对单(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>另存为 PDF(&amp;S)…</translation>
    </message>
    <message>
        <source>Print our s&amp;heet</source>
        <translation>打印本所核对单(&amp;H)</translation>
    </message>
    <message>
        <source>Save our sh&amp;eet…</source>
        <translation>保存本所核对单(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;New keys…</source>
        <translation>更换密钥(&amp;N)…</translation>
    </message>
</context>
<context>
    <name>idcounter::PartsList</name>
    <message>
        <source>Paper shown</source>
        <translation>所持证明</translation>
    </message>
    <message>
        <source>Live finger</source>
        <translation>现场指纹</translation>
    </message>
    <message>
        <source>Text and validity read back</source>
        <translation>内容和有效期已核对</translation>
    </message>
    <message>
        <source>Signed for the card</source>
        <translation>领证签字</translation>
    </message>
    <message>
        <source>Old card</source>
        <translation>原证</translation>
    </message>
    <message>
        <source>Temporary card back</source>
        <translation>临时证收回</translation>
    </message>
    <message>
        <source>S slip, B booklet</source>
        <translation>S 凭证，B 户口簿</translation>
    </message>
    <message>
        <source>slip (B booklet)</source>
        <translation>领取凭证（B 户口簿）</translation>
    </message>
    <message>
        <source>household booklet (S slip)</source>
        <translation>居民户口簿（S 凭证）</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>无需比对</translation>
    </message>
    <message>
        <source>F compares</source>
        <translation>按 F 比对</translation>
    </message>
    <message>
        <source>match</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>no match (F again)</source>
        <translation>不一致（F 再比对）</translation>
    </message>
    <message>
        <source>cannot be compared</source>
        <translation>无法比对</translation>
    </message>
    <message>
        <source>T taken, C clipped, L lost</source>
        <translation>T 收回，C 剪角，L 丢失</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已收回</translation>
    </message>
    <message>
        <source>clipped and returned</source>
        <translation>剪角后退还</translation>
    </message>
    <message>
        <source>noted as lost</source>
        <translation>登记丢失</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>open</source>
        <translation>待办</translation>
    </message>
    <message>
        <source>Parts of handing out</source>
        <translation>发证事项</translation>
    </message>
    <message>
        <source>J or Space: done. N: not done. 1 to %1: the line.</source>
        <translation>J 或空格：已完成；N：未完成；1 至 %1：对应行。</translation>
    </message>
    <message>
        <source>Chip (optional)</source>
        <translation>芯片核对（选做）</translation>
    </message>
    <message>
        <source>not read (R again)</source>
        <translation>未读出（R 重读）</translation>
    </message>
    <message>
        <source>R reads it</source>
        <translation>R 读取</translation>
    </message>
    <message>
        <source>says the same</source>
        <translation>一致</translation>
    </message>
    <message>
        <source>compare by eye</source>
        <translation>人工核对</translation>
    </message>
    <message>
        <source>says something else</source>
        <translation>不一致</translation>
    </message>
    <message>
        <source>not this card</source>
        <translation>不是本证</translation>
    </message>
</context>
<context>
    <name>idcounter::PhotoPage</name>
    <message>
        <source>Checking…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>✓ Ready: press Space</source>
        <translation>✓ 可以拍照：按空格</translation>
    </message>
    <message>
        <source>▲ %1</source>
        <translation>▲ %1</translation>
    </message>
    <message>
        <source>The photo meets the standard.</source>
        <translation>照片符合标准。</translation>
    </message>
    <message>
        <source>The photo does not meet the standard.</source>
        <translation>照片不符合标准。</translation>
    </message>
    <message>
        <source>Accept with a reason</source>
        <translation>说明理由后接受</translation>
    </message>
    <message>
        <source>%1: why is it accepted all the same?</source>
        <translation>%1：为何仍可接受？</translation>
    </message>
    <message>
        <source>Load a photo</source>
        <translation>导入照片</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.bmp)</source>
        <translation>图片 (*.jpg *.jpeg *.png *.bmp)</translation>
    </message>
    <message>
        <source>Live picture</source>
        <translation>实时画面</translation>
    </message>
    <message>
        <source>The camera is starting.</source>
        <translation>摄像头正在启动。</translation>
    </message>
    <message>
        <source>Picture that was taken</source>
        <translation>所拍画面</translation>
    </message>
    <message>
        <source>Card photo</source>
        <translation>证件照</translation>
    </message>
    <message>
        <source>Take the photo (Space)</source>
        <translation>拍照（空格）</translation>
    </message>
    <message>
        <source>&amp;Load from a file…</source>
        <translation>从文件导入(&amp;L)…</translation>
    </message>
    <message>
        <source>Try the camera &amp;again</source>
        <translation>重试摄像头(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Retake</source>
        <translation>重拍(&amp;R)</translation>
    </message>
    <message>
        <source>Crop as pr&amp;oposed</source>
        <translation>恢复自动裁剪(&amp;O)</translation>
    </message>
    <message>
        <source>Accept with a r&amp;eason…</source>
        <translation>说明理由后接受(&amp;E)…</translation>
    </message>
    <message>
        <source>Loo&amp;ked at (Space)</source>
        <translation>已查看（空格）(&amp;K)</translation>
    </message>
    <message>
        <source>Crop: drag or ← → PgUp PgDn moves, + − sizes, [ ] turns</source>
        <translation>裁剪：拖动或 ← → PgUp PgDn 移动，+ − 缩放，[ ] 旋转</translation>
    </message>
    <message>
        <source>✓ Hold still…</source>
        <translation>✓ 请保持不动…</translation>
    </message>
    <message>
        <source>Space takes the picture; under it stands the one thing to tell the citizen next. A file is checked by the same rules.

← → PgUp PgDn move the cut, + and − scale it, [ and ] turn it; dragging, the wheel and the wheel with Shift do the same. M shows what is taken for the wall, and a brush corrects it; W leaves the wall as it is. ■ must be taken again, ▲ can be kept with a reason. What cannot be measured is ticked with Space after a look.</source>
        <translation>按空格键拍照；画面下方提示接下来该对群众说的一句话。从文件载入的照片按同样规则检测。

← → PgUp PgDn 移动裁剪框，+ − 缩放，[ ] 旋转；也可拖动、滚轮、按住 Shift 滚轮。M 显示哪些部分被当作背景，可用画笔修正；W 保留原背景。■ 必须重拍，▲ 可注明理由后保留。无法测量的项目，目视后按空格键勾选。</translation>
    </message>
    <message>
        <source>✓ &amp;Guardian and child</source>
        <translation>✓ 监护人合影(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Guardian and child…</source>
        <translation>监护人与孩子合影(&amp;G)…</translation>
    </message>
    <message>
        <source>Hatched becomes white. Left button: this is the person. Right button: this is the wall. + − size of the brush, Backspace takes the last stroke back.</source>
        <translation>斜线部分将变为白色。左键涂抹：是人像；右键涂抹：是背景。+ − 调整画笔大小，退格键撤销上一笔。</translation>
    </message>
    <message>
        <source>&amp;Mask (M)</source>
        <translation>显示背景区域(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;White wall (W)</source>
        <translation>背景变白(&amp;W)</translation>
    </message>
    <message>
        <source>Take it b&amp;y itself</source>
        <translation>自动拍照(&amp;Y)</translation>
    </message>
    <message>
        <source>What counts as person and as wall</source>
        <translation>人像与背景的划分</translation>
    </message>
</context>
<context>
    <name>idcounter::PictureDialog</name>
    <message>
        <source>The arrow keys move the picture.</source>
        <translation>用方向键移动图片。</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Full size</source>
        <translation>原始大小</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>整幅显示</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>idcounter::PicturesBox</name>
    <message>
        <source>residence permit</source>
        <translation>居住证</translation>
    </message>
    <message>
        <source>booklet page</source>
        <translation>户口簿页</translation>
    </message>
    <message>
        <source>old card</source>
        <translation>原证件</translation>
    </message>
    <message>
        <source>another paper</source>
        <translation>其他材料</translation>
    </message>
    <message>
        <source>○ to be loaded</source>
        <translation>○ 待下载</translation>
    </message>
    <message>
        <source>○ with the next connection</source>
        <translation>○ 待下次联网</translation>
    </message>
    <message>
        <source>○ is being loaded</source>
        <translation>○ 正在下载</translation>
    </message>
    <message>
        <source>✗ not usable</source>
        <translation>✗ 不可用</translation>
    </message>
    <message>
        <source>✗ did not come</source>
        <translation>✗ 未收到</translation>
    </message>
    <message>
        <source>deleted at the platform</source>
        <translation>平台已删除</translation>
    </message>
    <message>
        <source>What the platform sent is larger than a picture of a paper can be. It was not opened.</source>
        <translation>平台发来的图片尺寸超出材料图片的合理范围，未予打开。</translation>
    </message>
    <message>
        <source>What the platform sent is no picture that can be read. Ask the applicant for the paper itself.</source>
        <translation>平台发来的内容不是可读取的图片。请申请人出示材料原件。</translation>
    </message>
    <message>
        <source>A picture is sealed for other keys than this station&apos;s. Ask the applicant for the paper itself.</source>
        <translation>图片不是用本所密钥加密的，无法打开。请申请人出示材料原件。</translation>
    </message>
    <message>
        <source>%1 of %2 loaded</source>
        <translation>已下载%1/%2</translation>
    </message>
    <message>
        <source>Pictures the applicant gave</source>
        <translation>申请人提供的图片</translation>
    </message>
    <message>
        <source>Pictures that are here</source>
        <translation>已接收的图片</translation>
    </message>
    <message>
        <source>Look at it (Enter)</source>
        <translation>查看（Enter）</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>No line: the pictures come by themselves with the next connection or the platform&apos;s next file.</source>
        <translation>线路不通：图片将在下次联网或导入平台下一个文件时自动接收。</translation>
    </message>
</context>
<context>
    <name>idcounter::PlaceDialog</name>
    <message>
        <source>&amp;Box</source>
        <translation>盒(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Slot</source>
        <translation>格(&amp;S)</translation>
    </message>
    <message>
        <source>It lies there</source>
        <translation>确认存放</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>idcounter::PlacePreview</name>
    <message>
        <source>visit</source>
        <translation>下乡服务</translation>
    </message>
    <message>
        <source>▲ Takes no new bookings: applicants do not see this place.</source>
        <translation>▲ 不接受新预约：申请人看不到此服务点。</translation>
    </message>
    <message numerus="yes">
        <source>▲ No visit in the next %n day(s): nobody can book.</source>
        <translation>
            <numerusform>▲ 今后%n天内没有服务日期：无法预约。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>▲ No place for the public in the next %n day(s).</source>
        <translation>
            <numerusform>▲ 今后%n天内没有公众席位。</numerusform>
        </translation>
    </message>
    <message>
        <source>Until %1: open on %2, %3 for the public, %4 of the station. Each %5.</source>
        <translation>至%1共开放%2，公众席位%3个，本所席位%4个，每段%5。</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n天</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>What applicants will see</source>
        <translation>申请人将看到</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>公众</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>本所</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
</context>
<context>
    <name>idcounter::PlaceRulesDialog</name>
    <message>
        <source>Rules of the place</source>
        <translation>服务点规则</translation>
    </message>
    <message>
        <source>Can be booked from so many days ahead</source>
        <translation>最少提前几天预约</translation>
    </message>
    <message>
        <source>Hours to confirm an offered time</source>
        <translation>申请人确认时限（小时）</translation>
    </message>
    <message>
        <source>Can be cancelled until so many hours before</source>
        <translation>最晚提前几小时取消</translation>
    </message>
    <message>
        <source>Can be moved until so many hours before</source>
        <translation>最晚提前几小时改期</translation>
    </message>
    <message>
        <source>How often the applicant may move it</source>
        <translation>申请人可改期次数</translation>
    </message>
    <message>
        <source>A place given up rests at least (minutes)</source>
        <translation>退出的席位至少搁置（分钟）</translation>
    </message>
    <message>
        <source>and at most (minutes)</source>
        <translation>最多搁置（分钟）</translation>
    </message>
    <message>
        <source>Counts as not come after (minutes)</source>
        <translation>迟到多久算未到（分钟）</translation>
    </message>
    <message>
        <source>No bookings online after so many times not come</source>
        <translation>未到几次后不得网上预约</translation>
    </message>
    <message>
        <source>counted over days</source>
        <translation>统计天数</translation>
    </message>
    <message>
        <source>Reminders, days before the visit</source>
        <translation>提前几天提醒</translation>
    </message>
    <message>
        <source>Business that can be booked</source>
        <translation>可预约的业务</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分钟</translation>
    </message>
    <message>
        <source>Minutes of: %1</source>
        <translation>%1所需分钟</translation>
    </message>
    <message>
        <source>■ At least one business is ticked, a place rests at most as long as the second number says, and reminders are up to five numbers of days up to 30, such as 3, 1.</source>
        <translation>■ 至少勾选一项业务；席位搁置时间前者不大于后者；提醒填不超过五个天数，每个不超过30，如：3, 1。</translation>
    </message>
</context>
<context>
    <name>idcounter::PlatformAddressBox</name>
    <message>
        <source>for the platform %1.idcx</source>
        <translation>报平台%1.idcx</translation>
    </message>
    <message>
        <source>File for the platform</source>
        <translation>写出平台交换文件</translation>
    </message>
    <message>
        <source>File of the platform</source>
        <translation>读入平台交换文件</translation>
    </message>
    <message numerus="yes">
        <source>✓ Written: %n message(s) for the platform.</source>
        <translation>
            <numerusform>✓ 已写出：%n项报平台。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✓ Read: %n change(s).</source>
        <translation>
            <numerusform>✓ 已读入：%n项变化。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n did not fit.</source>
        <translation>
            <numerusform>%n项不符合约定。</numerusform>
        </translation>
    </message>
    <message>
        <source>Address of the platform</source>
        <translation>平台地址</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Write a file…</source>
        <translation>写出文件…</translation>
    </message>
    <message>
        <source>For a station without a line: what waits, sealed for the platform.</source>
        <translation>无网络的单位使用：将待发送内容加密写成文件交平台。</translation>
    </message>
    <message>
        <source>Read a file…</source>
        <translation>读入文件…</translation>
    </message>
</context>
<context>
    <name>idcounter::PrintView</name>
    <message numerus="yes">
        <source>%n try(s)</source>
        <translation>
            <numerusform>共 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>quality %1</source>
        <translation>质量 %1</translation>
    </message>
    <message>
        <source>✓ verified</source>
        <translation>✓ 已复验</translation>
    </message>
    <message>
        <source>■ not verified</source>
        <translation>■ 未复验</translation>
    </message>
    <message>
        <source>Print of the %1, quality %2</source>
        <translation>%1指纹，质量 %2</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>无图像</translation>
    </message>
</context>
<context>
    <name>idcounter::ReadBackPage</name>
    <message>
        <source>Valid as if signed today; the day of signing decides.</source>
        <translation>有效期按今日签发预览，以实际签发日为准。</translation>
    </message>
    <message>
        <source>▲ On %1 the applicant reaches an age at which the card is valid for another time.</source>
        <translation>▲ 申请人将于 %1 跨入另一有效期年龄段。</translation>
    </message>
    <message>
        <source>✓ The exceptions were confirmed by %1.</source>
        <translation>✓ 例外情况已由 %1 确认。</translation>
    </message>
    <message>
        <source>▲ There are exceptions (photo, finger or reduction). A colleague confirms them with his own log-in.</source>
        <translation>▲ 存在例外（照片、指纹或减免），须由同事用本人账号确认。</translation>
    </message>
    <message>
        <source>Please read what your card will say</source>
        <translation>请核对您的证件内容</translation>
    </message>
    <message>
        <source>The card as it will be</source>
        <translation>证件预览</translation>
    </message>
    <message>
        <source>&amp;Print the form (Ctrl+P)</source>
        <translation>打印登记表（Ctrl+P）(&amp;P)</translation>
    </message>
    <message>
        <source>The citizen has &amp;read it and says it is right</source>
        <translation>申请人已核对，内容无误(&amp;R)</translation>
    </message>
    <message>
        <source>The printed form was &amp;signed by pen</source>
        <translation>登记表已签字(&amp;S)</translation>
    </message>
    <message>
        <source>Colleague&apos;s log-in</source>
        <translation>同事用户名</translation>
    </message>
    <message>
        <source>Colleague&apos;s passphrase</source>
        <translation>同事口令</translation>
    </message>
    <message>
        <source>Confirm the exceptions</source>
        <translation>确认例外</translation>
    </message>
    <message>
        <source>The citizen reads what the card will say, here or on the printed form (Ctrl+P), and signs the form by pen. The law&apos;s 60 days run from that day.

Whoever changes something afterwards prints and signs anew. Exceptions are confirmed by a colleague with a log-in of his own.</source>
        <translation>申请人在屏幕或打印的登记表（Ctrl+P）上核对证件内容，并在登记表上签名。法定 60 日自签名之日起算。

签名后如有改动，须重新打印并签名。例外情形由另一名民警用本人登录名确认。</translation>
    </message>
    <message>
        <source>▲ There are exceptions (photo, finger or reduction). The reviewer confirms them.</source>
        <translation>▲ 存在例外（照片、指纹或减免），由审核人确认。</translation>
    </message>
</context>
<context>
    <name>idcounter::ReceiptPage</name>
    <message>
        <source>%1 was told.</source>
        <translation>已通知%1。</translation>
    </message>
    <message>
        <source>The card of %1 is reported to the card centre: %2. Another is made.</source>
        <translation>%1的证件已上报制证中心（%2），将重新制作。</translation>
    </message>
    <message>
        <source>%1 was not reached and is called again on %2.</source>
        <translation>未联系上%1，%2 再次通知。</translation>
    </message>
    <message>
        <source>The card of %1 lies in %2.</source>
        <translation>%1的证件存放于 %2。</translation>
    </message>
    <message>
        <source>To tell today: %1 (Alt+1)</source>
        <translation>今日通知 %1（Alt+1）</translation>
    </message>
    <message>
        <source>In the station: %1 (Alt+2)</source>
        <translation>在所证件 %1（Alt+2）</translation>
    </message>
    <message>
        <source>Defective: %1 (Alt+3)</source>
        <translation>废证 %1（Alt+3）</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Acceptance number</source>
        <translation>受理号</translation>
    </message>
    <message>
        <source>Defect</source>
        <translation>废证原因</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>自</translation>
    </message>
    <message>
        <source>Centre told</source>
        <translation>告知制证中心</translation>
    </message>
    <message>
        <source>✓ yes</source>
        <translation>✓ 已告知</translation>
    </message>
    <message>
        <source>Defective cards</source>
        <translation>废证</translation>
    </message>
    <message>
        <source>Cards that are made again will be here.</source>
        <translation>重新制作的证件会显示在这里。</translation>
    </message>
    <message>
        <source>Scan the cards of a delivery one after the other, or load its list. Each is shown at once as ours, not ours or counted twice, with the next free place; box and slot can be changed. Ctrl+Enter puts all of them away. A defective card is marked before; what did not come is reported below. The count is kept as it grows: it goes on here after the program ended, and another counter sees who counts and can take it over.

Beside it stands whom to tell today. J: reached. N: not reached; the citizen is called again after the set days.</source>
        <translation>逐张扫描到货的证件，或载入清单。每张立即显示为本所的、不属本所的或重复的，并给出下一个空位；盒号和格号可以修改。Ctrl+Enter 全部入柜。有问题的证件请先标注；未到的在下方上报。清点记录随时保存：程序关闭后可在本窗口接着清点，其他窗口能看到由谁清点，并可接续。

右侧是今天要通知的人。J：已联系到；N：未联系到，按设定的天数后再次联系。</translation>
    </message>
    <message>
        <source>▲ today, with a package</source>
        <translation>▲ 今日随数据包上报</translation>
    </message>
</context>
<context>
    <name>idcounter::RecoverPage</name>
    <message>
        <source>The two passphrases differ.</source>
        <translation>两次口令不一致。</translation>
    </message>
    <message>
        <source>Open the station with its recovery key</source>
        <translation>用恢复密钥打开本所数据</translation>
    </message>
    <message>
        <source>Enter both parts of the key as they were printed when the station was set up, a supervisor&apos;s log-in, and the passphrase that he will have from now on.</source>
        <translation>请输入设置派出所时打印的两部分密钥、一名所长的登录名，以及今后使用的新口令。</translation>
    </message>
    <message>
        <source>Part 1</source>
        <translation>第一部分</translation>
    </message>
    <message>
        <source>Part 2</source>
        <translation>第二部分</translation>
    </message>
    <message>
        <source>Supervisor&apos;s log-in</source>
        <translation>所长用户名</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>再输一次口令</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Set the passphrase</source>
        <translation>设置新口令</translation>
    </message>
    <message>
        <source>Both parts of the recovery key, as they were printed when the station was set up, and a new passphrase for a supervisor. The key stays valid.</source>
        <translation>请输入设置派出所时打印的恢复密钥两部分，并为所长设置新口令。恢复密钥继续有效。</translation>
    </message>
</context>
<context>
    <name>idcounter::RecoveryKeyPage</name>
    <message>
        <source>Recovery key</source>
        <translation>恢复密钥</translation>
    </message>
    <message>
        <source>If nobody can log in any more, these two parts together open the station. They are shown this once. Print them and keep each in another safe: one part alone is worthless.</source>
        <translation>无人能登录时，两部分合在一起可打开本所数据。仅显示这一次。请打印后分别存入两个保险柜，单独一部分无用。</translation>
    </message>
    <message>
        <source>Part 1: %1</source>
        <translation>第一部分：%1</translation>
    </message>
    <message>
        <source>Part 2: %1</source>
        <translation>第二部分：%1</translation>
    </message>
    <message>
        <source>Print both parts</source>
        <translation>打印两部分</translation>
    </message>
    <message>
        <source>Both parts are kept safely</source>
        <translation>两部分均已妥善保管</translation>
    </message>
    <message>
        <source>Go to the log-in</source>
        <translation>去登录</translation>
    </message>
    <message>
        <source>Both parts were printed.</source>
        <translation>两部分均已打印。</translation>
    </message>
    <message>
        <source>Whoever has both parts of the key can open the station. Print them, seal them and keep them apart: they are not shown again.</source>
        <translation>同时持有密钥两部分的人可打开本所数据。请打印、密封并分开保管，密钥不再显示。</translation>
    </message>
</context>
<context>
    <name>idcounter::RedoView</name>
    <message>
        <source>What was done again has not been sent. Leaving drops it.</source>
        <translation>重做的内容尚未送出，离开后将丢失。</translation>
    </message>
    <message>
        <source>Leave all the same</source>
        <translation>仍要离开</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Fingerprints</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>登记表</translation>
    </message>
    <message>
        <source>%1 %2 (Alt+%3)</source>
        <comment>sign, step, key</comment>
        <translation>%1 %2（Alt+%3）</translation>
    </message>
    <message>
        <source>Next (Ctrl+Enter)</source>
        <translation>下一步（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Send again (Ctrl+Enter)</source>
        <translation>重新送审（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>%1, telephone %2</source>
        <comment>name</comment>
        <translation>%1，电话 %2</translation>
    </message>
    <message>
        <source>The station called the case back; nothing has to be done again.</source>
        <translation>本件由本所撤回，无需重做任何项目。</translation>
    </message>
    <message>
        <source>Returned by: %1</source>
        <translation>退回单位：%1</translation>
    </message>
    <message>
        <source>Back (Alt+←)</source>
        <translation>返回（Alt+←）</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签字</translation>
    </message>
</context>
<context>
    <name>idcounter::RefusalDialog</name>
    <message>
        <source>Refuse the application</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Nothing that the program knows stands against the application. Say in writing why it is refused.</source>
        <translation>系统未发现不予受理的情形，请写明不予受理的理由。</translation>
    </message>
    <message>
        <source>The citizen gets in writing:
%1</source>
        <translation>将书面告知申请人：
%1</translation>
    </message>
    <message>
        <source>Reason, as the notice will say it</source>
        <translation>理由（写入告知书）</translation>
    </message>
    <message>
        <source>What else the notice says (optional)</source>
        <translation>补充说明（写入告知书，选填）</translation>
    </message>
    <message>
        <source>The photo and the prints are deleted.</source>
        <translation>照片和指纹将被删除。</translation>
    </message>
    <message>
        <source>Refuse and print</source>
        <translation>不予受理并打印</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <comment>sign, what stands against it, rule</comment>
        <translation>%1 %2（%3）</translation>
    </message>
</context>
<context>
    <name>idcounter::RefusedPage</name>
    <message>
        <source>Print a copy</source>
        <translation>补打</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>The application was turned down. Hand out the notice: it says every reason with its rule. The refusal counts in the day&apos;s report. Enter begins with the next citizen.</source>
        <translation>申请未予受理。请交付告知书，其中写明各项理由及依据。不予受理计入当日日报。按 Enter 接待下一位。</translation>
    </message>
    <message>
        <source>■ Refused. Hand out the notice.</source>
        <translation>■ 不予受理，请交付告知书。</translation>
    </message>
    <message>
        <source>Next citizen (Enter)</source>
        <translation>下一位（Enter）</translation>
    </message>
    <message>
        <source>Print the notice</source>
        <translation>打印告知书</translation>
    </message>
</context>
<context>
    <name>idcounter::ReissuePage</name>
    <message>
        <source>✓ Accepted as %1; it now runs as any other case.</source>
        <translation>✓ 已受理，受理号%1，后续流程与其他案件相同。</translation>
    </message>
    <message>
        <source>Refuse the application</source>
        <translation>不予受理网上申请</translation>
    </message>
    <message>
        <source>The applicant reads this; what was paid is given back:</source>
        <translation>以下内容将发给申请人，已缴费用予以退还：</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Give the payment back</source>
        <translation>退费</translation>
    </message>
    <message>
        <source>Why, as the applicant reads it:</source>
        <translation>退费原因（将发给申请人）：</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>退费</translation>
    </message>
    <message>
        <source>Not all conditions hold</source>
        <translation>部分条件不符合</translation>
    </message>
    <message>
        <source>Why it is done online all the same; this is recorded:</source>
        <translation>仍予网上办理的理由（将记录在案）：</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>%1 · lost on %2 · by mail to: %3</source>
        <translation>%1 · 丢失日期%2 · 邮寄至：%3</translation>
    </message>
    <message>
        <source>Fee by the table: %1 yuan.</source>
        <translation>按收费标准：%1元。</translation>
    </message>
    <message>
        <source>Paid: %1 yuan, given back: %2 yuan.</source>
        <translation>已缴%1元，已退%2元。</translation>
    </message>
    <message>
        <source>To be paid by %1.</source>
        <translation>缴费截止%1。</translation>
    </message>
    <message>
        <source>▲ to be given back</source>
        <translation>▲ 待退费</translation>
    </message>
    <message>
        <source>○ unsent</source>
        <translation>○ 待发送</translation>
    </message>
    <message>
        <source>✗ not taken</source>
        <translation>✗ 未被接受</translation>
    </message>
    <message>
        <source>(form cannot be opened)</source>
        <translation>（登记表无法打开）</translation>
    </message>
    <message>
        <source>Lost cards that are applied for online. The rule says which conditions hold and by which case that is known; you confirm it, or send the applicant to the counter with every reason and an offered time. After the payment, accept it: the case takes photo and prints of the last card, is reviewed and reported as any other, and ends by mail.</source>
        <translation>网上申请补领丢失的居民身份证。系统按规则逐项列出条件是否符合及依据的案卷，由您确认；不符合的，连同全部原因及可约时间转窗口办理。缴费后予以受理：沿用上次办证的照片和指纹，审核、上报与其他案件相同，证件邮寄送达。</translation>
    </message>
    <message>
        <source>Online re-issue of lost cards</source>
        <translation>网上补领丢失证件</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>提交时间</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Online applications</source>
        <translation>网上申请</translation>
    </message>
    <message>
        <source>Conditions</source>
        <translation>条件</translation>
    </message>
    <message>
        <source>Nothing here. Applications that are made at the platform come by themselves.</source>
        <translation>暂无。申请人在平台提交的申请会自动传来。</translation>
    </message>
    <message>
        <source>A time at the counter to offer (optional)</source>
        <translation>可提供的窗口时间（可选）</translation>
    </message>
    <message>
        <source>Times at the counter</source>
        <translation>窗口时间</translation>
    </message>
    <message>
        <source>Confirm: may be done online</source>
        <translation>确认：准予网上办理</translation>
    </message>
    <message>
        <source>Send to the counter</source>
        <translation>转窗口办理</translation>
    </message>
    <message>
        <source>Accept the application</source>
        <translation>受理申请</translation>
    </message>
    <message>
        <source>Refuse…</source>
        <translation>不予受理…</translation>
    </message>
    <message>
        <source>Give the payment back…</source>
        <translation>退费…</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>idcounter::ReportPage</name>
    <message>
        <source>The report was printed.</source>
        <translation>日报已打印。</translation>
    </message>
    <message>
        <source>Page %1 of the report</source>
        <translation>日报第 %1 页</translation>
    </message>
    <message>
        <source>&amp;Day</source>
        <translation>日期(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Print the report</source>
        <translation>打印日报(&amp;P)</translation>
    </message>
    <message>
        <source>Cases behind: %1</source>
        <translation>查看对应案件：%1</translation>
    </message>
    <message>
        <source>The day&apos;s figures, counted anew from what is stored: cases by business, fees by means, receipts, photos and presses, refusals, drafts that are open; packages, feedback, cards and temporary cards; and the reconciliations, which begin with what was printed last and name the cases behind a difference. Choosing a figure shows the cases behind it. A second print is numbered and marked as a copy.</source>
        <translation>当日数字按库存记录重新统计：按业务的受理件数、按方式的收费、票据、照片与指纹采集、不予受理、在办草稿；数据包、反馈、证件与临时证；以及平衡核对——以上次打印的结存为期初，不平时列出相关案件。点击数字可查看对应案件。再次打印会编号并注明补打。</translation>
    </message>
</context>
<context>
    <name>idcounter::ReturnDialog</name>
    <message>
        <source>Return the case</source>
        <translation>退回本件</translation>
    </message>
    <message>
        <source>What must %1 do again? Only what is ticked is done again, under the same number.</source>
        <translation>%1的哪些项目需要重做？只重做勾选的项目，受理号不变。</translation>
    </message>
    <message>
        <source>&amp;Note for the clerk (optional)</source>
        <translation>给受理员的说明（选填）(&amp;N)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>idcounter::ReturnedPage</name>
    <message>
        <source>called back by the station</source>
        <translation>本所撤回</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) came back</source>
        <translation>
            <numerusform>退回 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Cases that came back</source>
        <translation>退回件</translation>
    </message>
    <message>
        <source>Cases that the reviewer, the county, the city or the card centre sent back. Call the citizen; when he is here, do it again: only what is wrong is taken anew, under the same number, fee and form date. Then the case is reviewed and reported once more. The days left are those of the law, which go on running.</source>
        <translation>审核人、县级公安机关、市级公安机关或制证中心退回的件。请电话通知申请人到所；到所后只重做有问题的项目，受理号、费用和填表日期不变，之后重新审核、上报。剩余天数为法定期限，退回期间不停算。</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>剩余天数</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>申请件</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>退回原因</translation>
    </message>
    <message>
        <source>From</source>
        <translation>退回单位</translation>
    </message>
    <message>
        <source>Nothing came back. Cases that must be done again in part will be here, with whom to call.</source>
        <translation>没有退回件。需要部分重做的件会显示在这里，并列出应通知的申请人。</translation>
    </message>
    <message>
        <source>Do it again (Ctrl+Enter)</source>
        <translation>重做（Ctrl+Enter）</translation>
    </message>
</context>
<context>
    <name>idcounter::ReviewCaseView</name>
    <message>
        <source>✓ Nothing unusual: photo and prints were taken as the rules ask.</source>
        <translation>✓ 无例外情形：照片和指纹均按规定采集。</translation>
    </message>
    <message>
        <source>■ Nobody has confirmed this yet. A second officer does it before the case is approved.</source>
        <translation>■ 尚无人确认。须由第二名民警确认后方可通过。</translation>
    </message>
    <message>
        <source>✓ Confirmed by %1.</source>
        <translation>✓ 已由 %1 确认。</translation>
    </message>
    <message>
        <source>■ not in order: %1</source>
        <translation>■ 不符：%1</translation>
    </message>
    <message>
        <source>○ not looked at: %1</source>
        <translation>○ 未核对：%1</translation>
    </message>
    <message>
        <source>✓ all %1 in order</source>
        <comment>checks of the booklet</comment>
        <translation>✓ %1 项全部相符</translation>
    </message>
    <message>
        <source>✓ the other %1 in order</source>
        <translation>✓ 其余 %1 项相符</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>business, cause</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1, born %2, %3</source>
        <translation>%1，%2 出生，%3</translation>
    </message>
    <message>
        <source>male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>name, citizen number</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, card by mail to %2</source>
        <translation>%1，邮寄至 %2</translation>
    </message>
    <message>
        <source>%1, fetches the card</source>
        <translation>%1，本人到所领取</translation>
    </message>
    <message>
        <source>Lives away from home: %1</source>
        <translation>异地居住：%1</translation>
    </message>
    <message>
        <source>promised %1, by law %2</source>
        <translation>承诺 %1，法定 %2</translation>
    </message>
    <message>
        <source>✓ nothing was changed by hand</source>
        <translation>✓ 无人工修改</translation>
    </message>
    <message>
        <source>No photo was taken.</source>
        <translation>未采集照片。</translation>
    </message>
    <message>
        <source>Photo from a file</source>
        <translation>照片由文件导入</translation>
    </message>
    <message numerus="yes">
        <source>Taken at the counter, %n try(s)</source>
        <translation>
            <numerusform>柜台拍摄，共 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>Applies for</source>
        <translation>申领原因</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>住址</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>签发机关</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Off-site</source>
        <translation>异地</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>办理期限</translation>
    </message>
    <message>
        <source>Booklet</source>
        <translation>户口簿</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>There is no photo.</source>
        <translation>没有照片。</translation>
    </message>
    <message>
        <source>The case that is chosen is shown here.</source>
        <translation>所选的件显示在这里。</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>What is known of the case</source>
        <translation>本件详情</translation>
    </message>
    <message>
        <source>What happened so far</source>
        <translation>办理经过</translation>
    </message>
    <message>
        <source>Uncut</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>What the photo was cut out of</source>
        <translation>裁剪前的原始照片</translation>
    </message>
    <message>
        <source>Guardian and child together</source>
        <translation>监护人与未成年人合影</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>手部照片</translation>
    </message>
    <message>
        <source>Why a finger cannot be taken</source>
        <translation>指纹无法采集的情况</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>picture, person</comment>
        <translation>%2的%1</translation>
    </message>
    <message>
        <source>%1 (Ctrl+G)</source>
        <comment>picture</comment>
        <translation>%1（Ctrl+G）</translation>
    </message>
</context>
<context>
    <name>idcounter::ReviewDecisions</name>
    <message>
        <source>Refuse the application</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>The application ends. %1 goes back to the citizen, who gets the reason in writing. Why is it refused?</source>
        <translation>本件将就此终结，退还申请人 %1，并书面告知理由。请填写不予受理的理由：</translation>
    </message>
    <message>
        <source>Void the case</source>
        <translation>作废本件</translation>
    </message>
    <message>
        <source>Review once more</source>
        <translation>重新审核</translation>
    </message>
    <message>
        <source>The case waits for the review again. Why?</source>
        <translation>本件将退回待审核。请说明原因：</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>重新审核</translation>
    </message>
    <message>
        <source>Only to be read: reviewers and supervisors decide here.</source>
        <translation>仅供查看：由审核人或所长审核。</translation>
    </message>
    <message>
        <source>Void… (Alt+Del)</source>
        <translation>作废…（Alt+Del）</translation>
    </message>
    <message>
        <source>Refuse… (Alt+End)</source>
        <translation>不予受理…（Alt+End）</translation>
    </message>
    <message>
        <source>Return… (Ctrl+R)</source>
        <translation>退回…（Ctrl+R）</translation>
    </message>
    <message>
        <source>Reopen… (Ctrl+O)</source>
        <translation>重新审核…（Ctrl+O）</translation>
    </message>
    <message>
        <source>Confirm exceptions (Ctrl+E)</source>
        <translation>确认例外（Ctrl+E）</translation>
    </message>
    <message>
        <source>Approve (Ctrl+Enter)</source>
        <translation>通过（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>For a case accepted by mistake, on the same day. What was the mistake?</source>
        <translation>用于当日误受理的申请。错在哪里？</translation>
    </message>
    <message>
        <source>Duplicate: the person has another application</source>
        <translation>重复申请：此人另有申请</translation>
    </message>
    <message>
        <source>Another mistake of the office</source>
        <translation>其他工作差错</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>%1 goes back to the citizen; the number %2 is not given again. What happened?</source>
        <translation>退还申请人 %1；受理号 %2 不再使用。情况说明：</translation>
    </message>
</context>
<context>
    <name>idcounter::ReviewFilterBar</name>
    <message>
        <source>all businesses</source>
        <translation>全部业务</translation>
    </message>
    <message>
        <source>all clerks</source>
        <translation>全部受理员</translation>
    </message>
    <message>
        <source>any age</source>
        <translation>不限天数</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) or more</source>
        <translation>
            <numerusform>%n 天以上</numerusform>
        </translation>
    </message>
    <message>
        <source>E&amp;xceptions only</source>
        <translation>只看例外(&amp;X)</translation>
    </message>
    <message>
        <source>Show the business</source>
        <translation>按业务筛选</translation>
    </message>
    <message>
        <source>Show the cases of the clerk</source>
        <translation>按受理员筛选</translation>
    </message>
    <message>
        <source>Show cases by age</source>
        <translation>按天数筛选</translation>
    </message>
</context>
<context>
    <name>idcounter::ReviewModel</name>
    <message>
        <source>▲ Exceptions to be confirmed first (%1)</source>
        <translation>▲ 例外待确认（%1）</translation>
    </message>
    <message>
        <source>To be reviewed (%1)</source>
        <translation>待审核（%1）</translation>
    </message>
    <message>
        <source>✓ Reviewed, not yet reported (%1)</source>
        <translation>✓ 已审核待上报（%1）</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) old</source>
        <translation>
            <numerusform>已 %n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>Due</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>申请件</translation>
    </message>
    <message>
        <source>Clerk</source>
        <translation>受理员</translation>
    </message>
</context>
<context>
    <name>idcounter::ReviewPage</name>
    <message>
        <source>✓ Noted: %1</source>
        <translation>✓ 已登记：%1</translation>
    </message>
    <message>
        <source>✓ %1: %2</source>
        <comment>name, state</comment>
        <translation>✓ %1：%2</translation>
    </message>
    <message>
        <source>Every accepted case is looked at by a second person before it is reported. What has exceptions that nobody confirmed stands on top; then the most urgent, then the oldest.

Compare photo, prints and booklet, and decide: approve, return to the clerk with what must be done again, or refuse with a written reason. Who accepted a case does not review it. A case accepted by mistake is voided by a supervisor on the same day.

PgDn and PgUp go to the next and the previous case; after an approval the next opens by itself.</source>
        <translation>每件受理件上报前须经第二人审核。有例外且无人确认的排在最前，其后按紧急程度和受理先后排列。

核对照片、指纹和户口簿后作出决定：通过，退回受理员并指明需重做的项目，或写明理由不予受理。受理人不得审核本人受理的件。误受理的件由所长当日作废。

PgDn、PgUp 切换下一件和上一件；通过后自动打开下一件。</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>审核</translation>
    </message>
    <message numerus="yes">
        <source>Review: %n case(s) wait</source>
        <translation>
            <numerusform>审核：待审 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>No case is as the filters ask.</source>
        <translation>没有符合筛选条件的件。</translation>
    </message>
    <message>
        <source>Accepted cases that wait for a second person will be here.</source>
        <translation>已受理待审核的件会显示在这里。</translation>
    </message>
    <message>
        <source>Cases to be reviewed</source>
        <translation>待审核件</translation>
    </message>
    <message>
        <source>Previous (PgUp)</source>
        <translation>上一件（PgUp）</translation>
    </message>
    <message>
        <source>Next (PgDn)</source>
        <translation>下一件（PgDn）</translation>
    </message>
</context>
<context>
    <name>idcounter::RuleTable</name>
    <message>
        <source>✓ met</source>
        <translation>✓ 符合</translation>
    </message>
    <message>
        <source>■ take again</source>
        <translation>■ 须重拍</translation>
    </message>
    <message>
        <source>▲ needs a reason</source>
        <translation>▲ 须说明理由</translation>
    </message>
    <message>
        <source>✓ accepted: %1</source>
        <translation>✓ 已说明：%1</translation>
    </message>
    <message>
        <source>✓ looked at</source>
        <translation>✓ 已查看</translation>
    </message>
    <message>
        <source>○ not measured: look and tick</source>
        <translation>○ 未检测，请目视确认</translation>
    </message>
    <message>
        <source>○ seems not met: look closely and tick</source>
        <translation>○ 可能不符合：请仔细看后勾选</translation>
    </message>
    <message>
        <source>○ look and tick</source>
        <translation>○ 请目视确认</translation>
    </message>
    <message>
        <source>for information</source>
        <translation>供参考</translation>
    </message>
    <message>
        <source>Rules for the photo</source>
        <translation>照片标准</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>idcounter::SearchPage</name>
    <message>
        <source>Cases found</source>
        <translation>查找结果</translation>
    </message>
    <message numerus="yes">
        <source>%n case(s) found</source>
        <translation>
            <numerusform>找到 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Search by citizen number (whole, last 4 or 6), name, acceptance number or phone</source>
        <translation>可按公民身份号码（全号、后四位或后六位）、姓名、受理号或电话查找</translation>
    </message>
    <message>
        <source>Type into the field at the top: citizen number (whole, its last 4 or 6), name, acceptance number or phone. Enter searches; Enter on a line opens the case, for its papers. Who searched and who looked is recorded.</source>
        <translation>在顶部输入身份号码（全号或后 4 位、后 6 位）、姓名、受理号或电话，按 Enter 查找；在列表中按 Enter 打开案件，可补打单据。查找和查看均留有记录。</translation>
    </message>
    <message>
        <source>No case was found. A citizen number is searched whole or by its last 4 or 6 characters, a name as it stands on the card.</source>
        <translation>未查到案件。身份号码可输入全号或后 4 位、后 6 位，姓名请输入证件上的全名。</translation>
    </message>
</context>
<context>
    <name>idcounter::SetUpPage</name>
    <message>
        <source>The two passphrases differ.</source>
        <translation>两次口令不一致。</translation>
    </message>
    <message>
        <source>Set up the station</source>
        <translation>设置派出所</translation>
    </message>
    <message>
        <source>Name of the station</source>
        <translation>派出所名称</translation>
    </message>
    <message>
        <source>Station code (9 digits)</source>
        <translation>单位代码（9 位）</translation>
    </message>
    <message>
        <source>Issuing authority</source>
        <translation>签发机关</translation>
    </message>
    <message>
        <source>Difficult transport</source>
        <translation>交通不便地区</translation>
    </message>
    <message>
        <source>Letters before receipt numbers</source>
        <translation>票据号前缀</translation>
    </message>
    <message>
        <source>Supervisor&apos;s name</source>
        <translation>所长姓名</translation>
    </message>
    <message>
        <source>Supervisor&apos;s log-in</source>
        <translation>所长用户名</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>再输一次口令</translation>
    </message>
    <message>
        <source>The law allows 30 days more</source>
        <translation>依法可延长 30 日</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Create the station</source>
        <translation>建立派出所</translation>
    </message>
    <message>
        <source>The station code is the first nine digits of the unit code; acceptance numbers begin with it. Nobody can look up the supervisor&apos;s passphrase later: besides it only the recovery key of the next page opens the station.</source>
        <translation>派出所代码为单位代码前九位，受理号以此开头。所长口令无法事后查询；除口令外，只有下一页的恢复密钥能打开本所数据。</translation>
    </message>
</context>
<context>
    <name>idcounter::SettingsDialog</name>
    <message>
        <source>dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>mirrored, as one sees oneself</source>
        <translation>镜像显示</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>the first one found</source>
        <translation>自动选择</translation>
    </message>
    <message>
        <source>%1°</source>
        <translation>%1°</translation>
    </message>
    <message>
        <source>the system&apos;s default</source>
        <translation>系统默认</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>外观(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Camera</source>
        <translation>摄像头(&amp;C)</translation>
    </message>
    <message>
        <source>Live &amp;picture</source>
        <translation>实时画面(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Turned by</source>
        <translation>旋转(&amp;T)</translation>
    </message>
    <message>
        <source>P&amp;rinter</source>
        <translation>打印机(&amp;R)</translation>
    </message>
    <message>
        <source>Lock a&amp;fter</source>
        <translation>自动锁定(&amp;F)</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>the program&apos;s own</source>
        <translation>程序自带</translation>
    </message>
    <message>
        <source>Folder with newer ta&amp;bles</source>
        <translation>更新的代码表目录(&amp;B)</translation>
    </message>
    <message>
        <source>take the photo by itself when nothing is wrong</source>
        <translation>各项合格时自动拍照</translation>
    </message>
    <message>
        <source>a sound for every press of a finger</source>
        <translation>每次按指纹时发出提示音</translation>
    </message>
    <message>
        <source>P&amp;hoto</source>
        <translation>拍照(&amp;H)</translation>
    </message>
    <message>
        <source>F&amp;ingers</source>
        <translation>指纹(&amp;I)</translation>
    </message>
    <message>
        <source>Card r&amp;eader</source>
        <translation>读卡器(&amp;E)</translation>
    </message>
    <message>
        <source>Camera, card reader and tables are used from the next start of the program on.</source>
        <translation>摄像头、读卡器和代码表从下次启动程序起生效。</translation>
    </message>
    <message>
        <source>the practice reader</source>
        <translation>练习用读卡器</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>idcounter::SidePictureDialog</name>
    <message>
        <source>Guardian and child together</source>
        <translation>监护人与孩子合影</translation>
    </message>
    <message>
        <source>Picture of the hand</source>
        <translation>手部照片</translation>
    </message>
    <message>
        <source>Live picture</source>
        <translation>实时画面</translation>
    </message>
    <message>
        <source>The camera is starting.</source>
        <translation>摄像头正在启动。</translation>
    </message>
    <message>
        <source>Both faces are in the picture. It is kept sealed with the case.</source>
        <translation>两人面部都应在画面内。照片随业务加密保存。</translation>
    </message>
    <message>
        <source>The hand flat before the camera, with what keeps the finger from being taken. It is kept sealed with the case.</source>
        <translation>手掌平放在摄像头前，拍清不能采集的手指。照片随业务加密保存。</translation>
    </message>
    <message>
        <source>Take the picture (Space)</source>
        <translation>拍照（空格）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>idcounter::SlipDialog</name>
    <message>
        <source>Slip by camera</source>
        <translation>摄像头扫凭证</translation>
    </message>
    <message>
        <source>Live picture</source>
        <translation>实时画面</translation>
    </message>
    <message>
        <source>Try the camera &amp;again</source>
        <translation>重试摄像头(&amp;A)</translation>
    </message>
    <message>
        <source>The practice camera draws a face and holds no slip: type the number, or choose a real camera in the settings (F9).</source>
        <translation>练习摄像头只显示绘制的人像，不会出示凭证：请输入受理号，或在设置（F9）中选择真实摄像头。</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>关闭 (Esc)</translation>
    </message>
    <message>
        <source>The camera is starting.</source>
        <translation>摄像头正在启动。</translation>
    </message>
    <message>
        <source>Hold the slip flat before the camera, near enough that its square code is sharp and large.</source>
        <translation>请将凭证展平对准摄像头，靠近一些，使二维码清晰、够大。</translation>
    </message>
    <message>
        <source>No camera found. Plug it in; it is recognised by itself. Or close this and type the number.</source>
        <translation>未找到摄像头。请接好，程序会自动识别；也可关闭本窗口后输入受理号。</translation>
    </message>
    <message>
        <source>The camera was unplugged. Plug it in again; the picture comes back by itself.</source>
        <translation>摄像头已断开。请重新接好，画面会自动恢复。</translation>
    </message>
</context>
<context>
    <name>idcounter::SlipPage</name>
    <message>
        <source>Promised for %1, at the latest %2 by law</source>
        <translation>承诺 %1 领证，法定最迟 %2</translation>
    </message>
    <message>
        <source>Fee ¥%1, receipt %2</source>
        <translation>工本费 ¥%1，票据 %2</translation>
    </message>
    <message>
        <source>Free of charge</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>nothing was paid</source>
        <translation>未收费</translation>
    </message>
    <message>
        <source>Print a copy</source>
        <translation>补打</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>✓ Accepted. Hand out the collection slip.</source>
        <translation>✓ 已受理，请交付领取凭证。</translation>
    </message>
    <message>
        <source>Collection slip</source>
        <translation>领取凭证</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收据</translation>
    </message>
    <message>
        <source>Form with the number, for the archive</source>
        <translation>登记表存档件（带受理号）</translation>
    </message>
    <message>
        <source>Print: %1</source>
        <translation>打印：%1</translation>
    </message>
    <message>
        <source>Next citizen (Enter)</source>
        <translation>下一位（Enter）</translation>
    </message>
    <message>
        <source>Provisional: the holidays of that year are not published yet.</source>
        <translation>暂定：当年放假安排尚未公布。</translation>
    </message>
    <message>
        <source>An accepted case. Its papers can be printed again.</source>
        <translation>已受理案件，可补打各项单据。</translation>
    </message>
    <message>
        <source>The acceptance number, the promised and the legal date. Each paper shows whether it came out of the printer; it can be printed again, then as a numbered copy. Enter begins with the next citizen.</source>
        <translation>显示受理号、承诺日期和法定期限。各单据注明是否已打出，可补打，补打件编号并注明副本。按 Enter 接待下一位。</translation>
    </message>
    <message>
        <source>▲ Its exceptions are not confirmed yet: the reviewer does it first of all.</source>
        <translation>▲ 例外情形尚未确认，由审核人首先确认。</translation>
    </message>
    <message>
        <source>Payment order of ¥%1, until %2</source>
        <translation>缴款单 ¥%1，%2 前缴费</translation>
    </message>
</context>
<context>
    <name>idcounter::StationPage</name>
    <message>
        <source>New passphrase</source>
        <translation>新口令</translation>
    </message>
    <message>
        <source>A new passphrase for %1. Tell it to nobody else.</source>
        <translation>为%1设置新口令，请勿告知他人。</translation>
    </message>
    <message>
        <source>clerk</source>
        <translation>受理员</translation>
    </message>
    <message>
        <source>reviewer</source>
        <translation>审核人</translation>
    </message>
    <message>
        <source>supervisor</source>
        <translation>所长</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>可以</translation>
    </message>
    <message>
        <source>no</source>
        <translation>不可以</translation>
    </message>
    <message>
        <source>used up</source>
        <translation>已用完</translation>
    </message>
    <message>
        <source>New passphrase…</source>
        <translation>重设口令…</translation>
    </message>
    <message>
        <source>Let in again…</source>
        <translation>恢复登录…</translation>
    </message>
    <message>
        <source>People of the station</source>
        <translation>本所人员</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Log-in</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>May log in</source>
        <translation>可否登录</translation>
    </message>
    <message>
        <source>Another person</source>
        <translation>新增人员</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>口令</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Receipt books</source>
        <translation>票据本</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>字头</translation>
    </message>
    <message>
        <source>First</source>
        <translation>起号</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>止号</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一号</translation>
    </message>
    <message>
        <source>First number</source>
        <translation>起号</translation>
    </message>
    <message>
        <source>Last number</source>
        <translation>止号</translation>
    </message>
    <message>
        <source>Letters of the new book</source>
        <translation>新票据本字头</translation>
    </message>
    <message>
        <source>First number of the new book</source>
        <translation>新票据本起号</translation>
    </message>
    <message>
        <source>Last number of the new book</source>
        <translation>新票据本止号</translation>
    </message>
    <message>
        <source>Enter book</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Rules of this station</source>
        <translation>本所规则</translation>
    </message>
    <message>
        <source>A second officer confirms exceptions at the counter (else the reviewer)</source>
        <translation>例外情形由第二名民警在柜台当场确认（否则由审核人确认）</translation>
    </message>
    <message>
        <source>Off-site applications are accepted</source>
        <translation>受理异地申请</translation>
    </message>
    <message>
        <source>Poor presses before the next finger</source>
        <translation>指纹不合格几次后换指</translation>
    </message>
    <message>
        <source>Least quality of a press (0 to 100)</source>
        <translation>指纹质量下限（0～100）</translation>
    </message>
    <message>
        <source>Stop letting in</source>
        <translation>停止登录</translation>
    </message>
    <message>
        <source>Last copy that was read again: %1</source>
        <translation>最近一次经核验的备份：%1</translation>
    </message>
    <message>
        <source>There is no copy yet.</source>
        <translation>尚无备份。</translation>
    </message>
    <message>
        <source>Copies of the data</source>
        <translation>数据备份</translation>
    </message>
    <message>
        <source>People, receipt books and the rules that are left to the station. Whoever leaves loses the log-in here; what they did stays. A receipt book is used from its first number to its last, then the next one.</source>
        <translation>管理人员、票据本和由本所自定的规则。离岗人员在此停止登录，其经办记录保留。票据本按起号至止号使用，用完接用下一本。</translation>
    </message>
    <message>
        <source>The promised days run from the payment (else from the signed form)</source>
        <translation>承诺时限自缴费之日起算（否则自签名之日起算）</translation>
    </message>
    <message>
        <source>No fingerprints are asked for under (years)</source>
        <translation>多少周岁以下不采集指纹</translation>
    </message>
    <message>
        <source>Person&apos;s name</source>
        <translation>人员姓名</translation>
    </message>
    <message>
        <source>Review, packages, collection…</source>
        <translation>审核、上报、领证规则…</translation>
    </message>
</context>
<context>
    <name>idcounter::StoredCards</name>
    <message>
        <source>Where does the card of %1 lie now?</source>
        <translation>%1的证件现存放在何处？</translation>
    </message>
    <message>
        <source>Not found at the count</source>
        <translation>清点未见</translation>
    </message>
    <message>
        <source>The card is void and another is made. What was done to find it?</source>
        <translation>该证将作废并重新制作。请说明查找经过。</translation>
    </message>
    <message>
        <source>Report the loss</source>
        <translation>上报丢失</translation>
    </message>
    <message>
        <source>Find by place, name or number</source>
        <translation>按存放位置、姓名或号码查找</translation>
    </message>
    <message>
        <source>%1
since %2</source>
        <translation>%1
自 %2</translation>
    </message>
    <message>
        <source>Box – slot</source>
        <translation>盒 – 格</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Cards in the station</source>
        <translation>在所证件</translation>
    </message>
    <message>
        <source>Cards that were put away will be here, each with its place.</source>
        <translation>入柜的证件及其存放位置会显示在这里。</translation>
    </message>
    <message>
        <source>Another pla&amp;ce…</source>
        <translation>更换位置(&amp;C)…</translation>
    </message>
    <message>
        <source>De&amp;fect found…</source>
        <translation>发现废证(&amp;F)…</translation>
    </message>
    <message>
        <source>Not fo&amp;und…</source>
        <translation>清点未见(&amp;U)…</translation>
    </message>
    <message numerus="yes">
        <source>▲ %n card(s) are to be put away again after a collection was taken back: choose one and give it a place.</source>
        <translation>
            <numerusform>▲ 有 %n 张证件因撤销发放需要重新入柜：请选中并指定存放位置。</numerusform>
        </translation>
    </message>
    <message>
        <source>Put away a&amp;gain…</source>
        <translation>重新入柜(&amp;G)…</translation>
    </message>
    <message>
        <source>▲ no place</source>
        <translation>▲ 待入柜</translation>
    </message>
</context>
<context>
    <name>idcounter::TemporaryCardPage</name>
    <message>
        <source>The temporary card was printed.</source>
        <translation>临时居民身份证已打印。</translation>
    </message>
    <message>
        <source>■ late, was due on %1</source>
        <translation>■ 已逾期，应于 %1 前发放</translation>
    </message>
    <message>
        <source>▲ today</source>
        <translation>▲ 今天</translation>
    </message>
    <message>
        <source>Nobody waits for a temporary card. A case that asked for one at its acceptance will stand here.</source>
        <translation>没有等候发放的临时居民身份证。受理时申办的会列在这里。</translation>
    </message>
    <message numerus="yes">
        <source>%n applicant(s) wait for a temporary card</source>
        <translation>
            <numerusform>%n 人等候发放临时居民身份证</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n temporary card(s) with citizens</source>
        <translation>
            <numerusform>在外的临时居民身份证 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>¥%1</source>
        <translation>¥%1</translation>
    </message>
    <message>
        <source>Paid at the acceptance</source>
        <translation>受理时已缴费</translation>
    </message>
    <message>
        <source>Acceptance number</source>
        <translation>受理号</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>申办日期</translation>
    </message>
    <message>
        <source>To be issued by</source>
        <translation>应发放日期</translation>
    </message>
    <message>
        <source>Who waits for a temporary card</source>
        <translation>等候发放的申请人</translation>
    </message>
    <message>
        <source>F&amp;orm</source>
        <translation>空白证件编号(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Cash</source>
        <translation>现金(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Terminal</source>
        <translation>终端(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Issue and print (Ctrl+Enter)</source>
        <translation>发放并打印(&amp;I)（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>证件编号</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Temporary cards with citizens</source>
        <translation>在外的临时居民身份证</translation>
    </message>
    <message>
        <source>Take &amp;back</source>
        <translation>收回(&amp;B)</translation>
    </message>
    <message>
        <source>Print a&amp;gain</source>
        <translation>重新打印(&amp;G)</translation>
    </message>
    <message>
        <source>No temporary card is in use by a citizen.</source>
        <translation>目前没有在用的临时身份证。</translation>
    </message>
    <message>
        <source>the new card was handed out</source>
        <translation>新证已领取</translation>
    </message>
    <message>
        <source>its three months are over</source>
        <translation>三个月有效期已过</translation>
    </message>
    <message numerus="yes">
        <source>▲ Still out: %n temporary card(s) are due back. Call the citizens.</source>
        <translation>
            <numerusform>▲ 尚未收回：有 %n 张临时身份证应当交回，请电话联系。</numerusform>
        </translation>
    </message>
    <message>
        <source>A temporary card is asked for at the acceptance, issued within three days on a numbered blank form, valid for three months, and comes back when the new card is handed out. Choose who waits, compare the serial with the form in your hand, take the fee, and issue (Ctrl+Enter): the card is printed, to be cut, folded and laminated. A form that went wrong is marked as spoiled, with a reason. A card that is still out after its application ended or its three months are over stands below: call the citizen and take it back.

For a citizen of another province it waits for the signature of the county there.</source>
        <translation>临时身份证在受理时申请，三日内用编号空白证件签发，有效期三个月，领取新证时交回。选中等候的申请人，核对手中空白证件的编号，收费后签发（Ctrl+Enter）：打印后裁切、折叠、塑封。写坏的空白证件注明原因后作废。申请已终止或三个月已满而未交回的，列在下方：请电话联系并收回。

外省居民须待户籍地县级公安机关签发后才能办理。</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Due back since</source>
        <translation>应交回日期</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Temporary cards that are due back</source>
        <translation>应交回的临时身份证</translation>
    </message>
    <message>
        <source>Card came bac&amp;k</source>
        <translation>已交回(&amp;K)</translation>
    </message>
</context>
<context>
    <name>idcounter::TodayBox</name>
    <message>
        <source>Today&apos;s bookings: %1 to come (Enter: is here)</source>
        <translation>今日预约：待到%1人（Enter：已到）</translation>
    </message>
    <message>
        <source>Today&apos;s bookings</source>
        <translation>今日预约</translation>
    </message>
</context>
<context>
    <name>idcounter::UnclaimedView</name>
    <message>
        <source>The end of the card of %1 is recorded.</source>
        <translation>%1的证件处理结果已登记。</translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) that nobody fetched</source>
        <translation>
            <numerusform>逾期未领证件 %n 张</numerusform>
        </translation>
    </message>
    <message>
        <source>Cards that nobody fetched</source>
        <translation>逾期未领证件</translation>
    </message>
    <message>
        <source>Box – slot</source>
        <translation>盒 – 格</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Citizen number</source>
        <translation>公民身份号码</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>Told on</source>
        <translation>通知日期</translation>
    </message>
    <message>
        <source>Unclaimed since</source>
        <translation>逾期日期</translation>
    </message>
    <message>
        <source>Cards that nobody fetched in the days the station has set will be here.</source>
        <translation>超过本所设定天数仍未领取的证件会显示在这里。</translation>
    </message>
    <message>
        <source>Until its end a card may still be handed out. Mark one; a second officer confirms its end with his own log-in.</source>
        <translation>处理之前仍可发证。请选择证件，由另一名民警用本人账号确认处理。</translation>
    </message>
    <message>
        <source>Until its end a card may still be handed out. A supervisor and a second officer end it.</source>
        <translation>处理之前仍可发证。处理由所长和另一名民警共同进行。</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
    <message>
        <source>Colleague&apos;s log-in</source>
        <translation>同事用户名</translation>
    </message>
    <message>
        <source>Colleague&apos;s passphrase</source>
        <translation>同事口令</translation>
    </message>
    <message>
        <source>&amp;Hand back to the county</source>
        <translation>上缴县局(&amp;H)</translation>
    </message>
    <message>
        <source>De&amp;stroyed</source>
        <translation>已销毁(&amp;S)</translation>
    </message>
</context>
<context>
    <name>idcounter::WalkInView</name>
    <message>
        <source>Booklet</source>
        <translation>户口簿</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>Fingerprints</source>
        <translation>指纹</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>登记表</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>缴费</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>领取凭证</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>未完成</translation>
    </message>
    <message>
        <source>Step %1: %2, %3</source>
        <translation>第 %1 步：%2，%3</translation>
    </message>
    <message>
        <source>Alt+%1</source>
        <translation>Alt+%1</translation>
    </message>
    <message>
        <source>Accept (Ctrl+Enter)</source>
        <translation>受理（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Next (Ctrl+Enter)</source>
        <translation>下一步（Ctrl+Enter）</translation>
    </message>
    <message numerus="yes">
        <source>%n missing ▸</source>
        <comment>things that a case still lacks</comment>
        <translation>
            <numerusform>还缺 %n 项 ▸</numerusform>
        </translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>Being accepted…</source>
        <translation>正在受理…</translation>
    </message>
    <message>
        <source>✓ Saved %1</source>
        <translation>✓ 已保存 %1</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>■ Not saved. %1</source>
        <translation>■ 未保存。%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>step: what is missing</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Discard this case</source>
        <translation>放弃本件</translation>
    </message>
    <message>
        <source>The photo and the prints are deleted. Why is the case discarded?</source>
        <translation>照片和指纹将被删除。请说明放弃原因。</translation>
    </message>
    <message>
        <source>Back (Alt+←)</source>
        <translation>上一步（Alt+←）</translation>
    </message>
    <message>
        <source>Read and sign</source>
        <translation>核对签字</translation>
    </message>
    <message>
        <source>The papers are being printed; then it goes on by itself.</source>
        <translation>单据正在打印，完成后自动继续。</translation>
    </message>
    <message>
        <source>Discard… (Alt+Del)</source>
        <translation>放弃…（Alt+Del）</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Refuse… (Alt+End)</source>
        <translation>不予受理…（Alt+End）</translation>
    </message>
    <message>
        <source>Discard the case</source>
        <translation>放弃本件</translation>
    </message>
</context>
<context>
    <name>idcounter::WayBox</name>
    <message>
        <source>telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>message</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>letter</source>
        <translation>书面</translation>
    </message>
</context>
</TS>
