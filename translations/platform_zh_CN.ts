<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Platform</name>
    <message>
        <source>%1 yuan</source>
        <translation>%1元</translation>
    </message>
    <message>
        <source>not paid yet</source>
        <translation>未缴费</translation>
    </message>
    <message>
        <source>the provider has not said yet that it was paid</source>
        <translation>支付机构尚未确认到账</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>已缴费</translation>
    </message>
    <message>
        <source>not paid in time</source>
        <translation>逾期未缴费</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>已退款</translation>
    </message>
    <message>
        <source>is being given back</source>
        <translation>退款处理中</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>缴费</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>工本费</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Paid on</source>
        <translation>缴费时间</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>已退金额</translation>
    </message>
    <message>
        <source>Pay %1</source>
        <translation>缴费 %1</translation>
    </message>
    <message>
        <source>%1 (provisional: the holidays until then are not published)</source>
        <translation>%1（暂定：其间的节假日安排尚未公布）</translation>
    </message>
    <message>
        <source>Your card</source>
        <translation>您的证件</translation>
    </message>
    <message>
        <source>Acceptance number</source>
        <translation>受理号</translation>
    </message>
    <message>
        <source>Accepted on</source>
        <translation>受理日期</translation>
    </message>
    <message>
        <source>Promised by</source>
        <translation>承诺办结日期</translation>
    </message>
    <message>
        <source>being prepared</source>
        <translation>准备寄出</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>邮寄途中</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>came back; please call the station</source>
        <translation>被退回，请致电派出所</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>邮寄</translation>
    </message>
    <message>
        <source>Carrier</source>
        <translation>承运单位</translation>
    </message>
    <message>
        <source>Tracking number</source>
        <translation>邮件号</translation>
    </message>
    <message>
        <source>Have the card verified at a station by %1</source>
        <translation>请于%1前到派出所核验证件</translation>
    </message>
    <message>
        <source>Bring the card; your fingerprint is compared with the one in it.</source>
        <translation>请携带新证，现场比对本人指纹与证内指纹。</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>信息登记</translation>
    </message>
    <message>
        <source>Acceptance of the information</source>
        <translation>信息受理</translation>
    </message>
    <message>
        <source>Your application for a new card</source>
        <translation>补领申请</translation>
    </message>
    <message>
        <source>What the station writes</source>
        <translation>派出所说明</translation>
    </message>
    <message>
        <source>See the time you are offered</source>
        <translation>查看为您安排的时间</translation>
    </message>
    <message>
        <source>Book a visit to the station</source>
        <translation>预约到派出所办理</translation>
    </message>
    <message>
        <source>Sent on</source>
        <translation>提交时间</translation>
    </message>
    <message>
        <source>Withdraw the application</source>
        <translation>撤回申请</translation>
    </message>
    <message>
        <source>What you entered was deleted here on %1.</source>
        <translation>您填写的信息已于%1从本网站删除。</translation>
    </message>
    <message>
        <source>Back to my applications</source>
        <translation>返回我的办件</translation>
    </message>
    <message>
        <source>This is not possible any more. Below you see how the application stands now.</source>
        <translation>现在已不能这样办理。下面是申请的最新状态。</translation>
    </message>
    <message>
        <source>Withdraw the application?</source>
        <translation>确定撤回申请吗？</translation>
    </message>
    <message>
        <source>This cannot be undone. You can apply again at any time.</source>
        <translation>撤回后不能恢复，但可以随时重新申请。</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>不，保留</translation>
    </message>
    <message>
        <source>Go to the payment provider</source>
        <translation>前往支付机构</translation>
    </message>
    <message>
        <source>Go on to the payment</source>
        <translation>继续缴费</translation>
    </message>
    <message>
        <source>Back to the application</source>
        <translation>返回申请</translation>
    </message>
    <message>
        <source>Your payment</source>
        <translation>缴费结果</translation>
    </message>
    <message>
        <source>We are asking the provider</source>
        <translation>正在向支付机构查询</translation>
    </message>
    <message>
        <source>If you have paid, it is shown here as soon as the provider says so. Do not pay a second time.</source>
        <translation>如果您已缴费，支付机构确认后将在此显示。请勿重复缴费。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查询</translation>
    </message>
    <message>
        <source>Citizen number</source>
        <translation>公民身份号码</translation>
    </message>
    <message>
        <source>18 characters, the last may be an X</source>
        <translation>18位，末位可以是X</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>As it stands in the household booklet</source>
        <translation>与户口簿一致</translation>
    </message>
    <message>
        <source>Ethnic group</source>
        <translation>民族</translation>
    </message>
    <message>
        <source>Address of permanent registration</source>
        <translation>户籍地址</translation>
    </message>
    <message>
        <source>As it stands in the household booklet, beginning with the province</source>
        <translation>与户口簿一致，从省（自治区、直辖市）写起</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>The person whom the card is for, also when that is a child.</source>
        <translation>填写领证人本人的信息；为儿童办理的，填写儿童的信息。</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>监护人</translation>
    </message>
    <message>
        <source>Only when the applicant is under 16 years old: the guardian comes along and brings the own card. Otherwise leave this empty.</source>
        <translation>仅申请人未满16周岁时填写：由监护人陪同办理，并携带监护人居民身份证。其他情况无需填写。</translation>
    </message>
    <message>
        <source>Citizen number of the guardian</source>
        <translation>监护人公民身份号码</translation>
    </message>
    <message>
        <source>Name of the guardian</source>
        <translation>监护人姓名</translation>
    </message>
    <message>
        <source>Please choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>The guardian is the applicant&apos;s</source>
        <translation>监护人与申请人的关系（监护人是申请人的）</translation>
    </message>
    <message>
        <source>Telephone of the guardian</source>
        <translation>监护人电话</translation>
    </message>
    <message>
        <source>Business</source>
        <translation>办理事项</translation>
    </message>
    <message>
        <source>What is applied for</source>
        <translation>申请类别</translation>
    </message>
    <message>
        <source>Until when the present card is valid</source>
        <translation>原证件有效期截止日期</translation>
    </message>
    <message>
        <source>Where there is one; it stands on its back</source>
        <translation>有原证件的填写，见证件国徽面</translation>
    </message>
    <message>
        <source>My household is registered in another city or county</source>
        <translation>我的户籍在其他市、县（异地办理）</translation>
    </message>
    <message>
        <source>Bring your residence permit, if you have one.</source>
        <translation>有居住证的，请携带居住证。</translation>
    </message>
    <message>
        <source>If so: why you live here</source>
        <translation>异地办理的，在本地居住的原因</translation>
    </message>
    <message>
        <source>Work, study, family</source>
        <translation>务工、就学、随亲属居住等</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Reduction of the fee</source>
        <translation>工本费减免</translation>
    </message>
    <message>
        <source>Bring what proves it.</source>
        <translation>请携带相关证明。</translation>
    </message>
    <message>
        <source>I also need a temporary identity card until the new one is there</source>
        <translation>同时申领临时居民身份证</translation>
    </message>
    <message>
        <source>When you could come</source>
        <translation>希望办理的时间</translation>
    </message>
    <message>
        <source>Tick every time that suits you</source>
        <translation>请勾选您方便的时间</translation>
    </message>
    <message>
        <source>Up to ten. Nothing ticked: any time. The station tells you the exact time.</source>
        <translation>最多十项；不勾选表示任何时间均可。具体时间由派出所通知。</translation>
    </message>
    <message>
        <source>Contact and collection</source>
        <translation>联系与领证</translation>
    </message>
    <message>
        <source>Telephone for questions</source>
        <translation>联系电话</translation>
    </message>
    <message>
        <source>How you get the card</source>
        <translation>领证方式</translation>
    </message>
    <message>
        <source>I collect it at the station</source>
        <translation>到派出所领取</translation>
    </message>
    <message>
        <source>By mail, postage on delivery</source>
        <translation>邮寄，邮费到付</translation>
    </message>
    <message>
        <source>Mailing address</source>
        <translation>邮寄地址</translation>
    </message>
    <message>
        <source>Only for mail</source>
        <translation>选择邮寄时填写</translation>
    </message>
    <message>
        <source>What the station should know</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>For example that you come with a wheelchair</source>
        <translation>例如：乘坐轮椅，需要协助</translation>
    </message>
    <message>
        <source>A guardian is 18 years old or more.</source>
        <translation>监护人应当年满18周岁。</translation>
    </message>
    <message>
        <source>This does not fit the age by the citizen number.</source>
        <translation>申请类别与公民身份号码所示年龄不符。</translation>
    </message>
    <message>
        <source>Please choose one.</source>
        <translation>请选择一项。</translation>
    </message>
    <message>
        <source>There is no such reduction for what is applied for.</source>
        <translation>所选申请类别不适用该项减免。</translation>
    </message>
    <message>
        <source>Tick at most ten of the times that are listed.</source>
        <translation>最多勾选所列时间中的十项。</translation>
    </message>
    <message>
        <source>This is not the person the booking was made for. A booking cannot pass to somebody else.</source>
        <translation>与原预约人不一致。预约不能转给他人。</translation>
    </message>
    <message>
        <source>Please check this.</source>
        <translation>请核对此项。</translation>
    </message>
    <message>
        <source>No station takes bookings at present</source>
        <translation>目前没有派出所接受预约</translation>
    </message>
    <message>
        <source>You can come without a booking, in the opening hours.</source>
        <translation>您可以在办公时间直接到派出所办理，无需预约。</translation>
    </message>
    <message>
        <source>Where do you want to come?</source>
        <translation>您想到哪里办理？</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Registration form for online booking</source>
        <translation>居民身份证网上预约办理登记表</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>办理点</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Choose another place</source>
        <translation>选择其他办理点</translation>
    </message>
    <message>
        <source>Have the household booklet at hand. Please send the form within 30 minutes; after that you have to log in again.</source>
        <translation>请备好户口簿。请在30分钟内提交，超时需要重新登录。</translation>
    </message>
    <message>
        <source>With &quot;Send&quot; you declare that what you entered is true and complete. It is sealed for the station; this website cannot read it afterwards.</source>
        <translation>点击“提交”即表示您声明所填内容真实、完整。所填内容将加密送交派出所，本网站此后无法读取。</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>You have booked often today</source>
        <translation>您今天预约的次数过多</translation>
    </message>
    <message>
        <source>Answer the station</source>
        <translation>补充材料</translation>
    </message>
    <message>
        <source>What the station asks</source>
        <translation>派出所要求补充的内容</translation>
    </message>
    <message>
        <source>What you entered before is sealed, and this website cannot read it. Please fill in the form again, with what is asked for.</source>
        <translation>您此前填写的内容已加密，本网站无法读取。请按要求重新填写登记表。</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>您的答复</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Takes about</source>
        <translation>办理时长约</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1分钟</translation>
    </message>
    <message>
        <source>The guardian comes along, with the own identity card</source>
        <translation>监护人陪同，并携带监护人居民身份证</translation>
    </message>
    <message>
        <source>Residence permit, if you have one</source>
        <translation>居住证（如有）</translation>
    </message>
    <message>
        <source>Please bring</source>
        <translation>请携带</translation>
    </message>
    <message>
        <source>Change or cancel</source>
        <translation>改期或取消</translation>
    </message>
    <message>
        <source>Choose another time</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Cancel the booking</source>
        <translation>取消预约</translation>
    </message>
    <message>
        <source>The time can be changed up to %1 times, until %2 hours before it, and cancelled until %3 hours before it. Later, please call the station.</source>
        <translation>最多可改期%1次，须在办理时间%2小时前提出；取消须在%3小时前提出。逾时请致电派出所。</translation>
    </message>
    <message>
        <source>Your booking</source>
        <translation>您的预约</translation>
    </message>
    <message>
        <source>Answer, and fill in the form again</source>
        <translation>答复并重新填写登记表</translation>
    </message>
    <message>
        <source>Confirm this time</source>
        <translation>确认此时间</translation>
    </message>
    <message>
        <source>Show this at the counter</source>
        <translation>到场时请出示</translation>
    </message>
    <message>
        <source>QR code of the booking</source>
        <translation>预约二维码</translation>
    </message>
    <message>
        <source>Booking code %1</source>
        <translation>预约码 %1</translation>
    </message>
    <message>
        <source>This is not possible any more. Below you see how the booking stands now.</source>
        <translation>现在已不能这样办理。下面是预约的最新状态。</translation>
    </message>
    <message>
        <source>Your time now</source>
        <translation>目前的时间</translation>
    </message>
    <message>
        <source>No other time is free at present</source>
        <translation>目前没有其他空闲时间</translation>
    </message>
    <message>
        <source>Your time stays as it is.</source>
        <translation>您的时间保持不变。</translation>
    </message>
    <message>
        <source>Free times</source>
        <translation>可选时间</translation>
    </message>
    <message>
        <source>Your present time is given up only when the new one is yours.</source>
        <translation>新时间确定后，原时间才会释放。</translation>
    </message>
    <message>
        <source>Take this time</source>
        <translation>改到此时间</translation>
    </message>
    <message>
        <source>Back to the booking</source>
        <translation>返回预约</translation>
    </message>
    <message>
        <source>Cancel the booking?</source>
        <translation>确定取消预约吗？</translation>
    </message>
    <message>
        <source>Your time, %1, is then given to somebody else.</source>
        <translation>取消后，您的时间（%1）将安排给他人。</translation>
    </message>
    <message>
        <source>This cannot be undone. You can book again at any time.</source>
        <translation>取消后不能恢复，但可以随时重新预约。</translation>
    </message>
    <message>
        <source>This time has just been taken. Yours stays; these are still free.</source>
        <translation>该时间刚刚被预约。您原来的时间不变，下列时间仍可选择。</translation>
    </message>
    <message>
        <source>A citizen number has 18 characters. Please compare it with the card.</source>
        <translation>公民身份号码为18位，请与证件核对。</translation>
    </message>
    <message>
        <source>This is an old number of 15 digits. Enter the one of 18 characters from the household booklet.</source>
        <translation>这是15位旧号码，请填写户口簿上的18位号码。</translation>
    </message>
    <message>
        <source>Enter the name.</source>
        <translation>请填写姓名。</translation>
    </message>
    <message>
        <source>The name is too long. Enter it as it stands in the household booklet.</source>
        <translation>姓名过长，请按户口簿填写。</translation>
    </message>
    <message>
        <source>There is a sign in the name that no name has. Enter it as it stands in the household booklet.</source>
        <translation>姓名中有不能使用的符号，请按户口簿填写。</translation>
    </message>
    <message>
        <source>This is not a citizen number; a digit is wrong somewhere. Please compare it with the card.</source>
        <translation>公民身份号码有误，请与证件核对。</translation>
    </message>
    <message>
        <source>Enter the citizen number of 18 characters.</source>
        <translation>请填写18位公民身份号码。</translation>
    </message>
    <message>
        <source>Please shorten it to %1 characters.</source>
        <translation>请缩短到%1字以内。</translation>
    </message>
    <message>
        <source>There is a sign in it that cannot be printed. Please type it again.</source>
        <translation>其中有无法打印的字符，请重新输入。</translation>
    </message>
    <message>
        <source>Enter the address.</source>
        <translation>请填写地址。</translation>
    </message>
    <message>
        <source>Enter a telephone number: 11 digits of a mobile, or area code and number.</source>
        <translation>请填写电话号码：11位手机号，或区号加号码。</translation>
    </message>
    <message>
        <source>Enter a mobile number of 11 digits.</source>
        <translation>请填写11位手机号码。</translation>
    </message>
    <message>
        <source>Please fill this in.</source>
        <translation>请填写此项。</translation>
    </message>
    <message>
        <source>Enter a date, for example 2026-11-24.</source>
        <translation>请填写日期，例如 2026-11-24。</translation>
    </message>
    <message>
        <source>This date cannot be right. Please check it.</source>
        <translation>日期不合理，请核对。</translation>
    </message>
    <message>
        <source>Where to come</source>
        <translation>办理地点</translation>
    </message>
    <message>
        <source>Telephone %1</source>
        <translation>电话 %1</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>您要办理什么业务？</translation>
    </message>
    <message>
        <source>For a first card, an expired, damaged or lost one, or changed data. You fill in the form at home, the station reviews it and tells you a time and a place.</source>
        <translation>适用于首次申领、期满换领、损坏换领、丢失补领、信息变更等。在家填写登记表，派出所审核后通知您办理时间和地点。</translation>
    </message>
    <message>
        <source>Have a lost card made again online</source>
        <translation>丢失补领网上办理</translation>
    </message>
    <message>
        <source>If your fingerprints are on record, photo and fingerprints are still valid, and nothing in your household registration has changed since. %1, 20 working days, by mail.</source>
        <translation>适用于已采集指纹、照片和指纹在有效期内、领证后户籍信息没有变化的公民。%1，20个工作日，邮寄送达。</translation>
    </message>
    <message>
        <source>My applications</source>
        <translation>我的办件</translation>
    </message>
    <message>
        <source>How they stand, and what to do next.</source>
        <translation>查看办理进度和下一步操作。</translation>
    </message>
    <message>
        <source>Log in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>With your mobile telephone: we send you a code. There is no password and nothing to register beforehand.</source>
        <translation>使用手机号和验证码登录，无需密码，无需事先注册。</translation>
    </message>
    <message>
        <source>Texts of the practice platform</source>
        <translation>练习平台短信</translation>
    </message>
    <message>
        <source>No text leaves a practice platform. Codes and notices are shown here.</source>
        <translation>练习平台不发送真实短信。验证码和通知都显示在这里。</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>办理须知</translation>
    </message>
    <message>
        <source>A booking is free. The fee for the card is paid at the station.</source>
        <translation>预约不收费，证件工本费在派出所缴纳。</translation>
    </message>
    <message>
        <source>You can also come without a booking, in the opening hours.</source>
        <translation>未预约的，也可以在办公时间直接到派出所办理。</translation>
    </message>
    <message>
        <source>If you need a card while yours is being made, apply for a temporary identity card at the station.</source>
        <translation>办证期间急需使用证件的，可以在派出所申领临时居民身份证。</translation>
    </message>
    <message>
        <source>What you enter is sealed for the station. This website cannot read it afterwards, and it is deleted when the station has taken it over.</source>
        <translation>您填写的内容加密送交派出所，本网站此后无法读取；派出所接收后将从本网站删除。</translation>
    </message>
    <message>
        <source>New messages: %1</source>
        <translation>新消息：%1条</translation>
    </message>
    <message>
        <source>Read the messages</source>
        <translation>查看消息</translation>
    </message>
    <message>
        <source>Booking: %1</source>
        <translation>预约：%1</translation>
    </message>
    <message>
        <source>Sent on %1. %2</source>
        <translation>%1提交。%2</translation>
    </message>
    <message>
        <source>Lost card made again online</source>
        <translation>丢失补领（网上办理）</translation>
    </message>
    <message>
        <source>Your bookings and applications will stand here.</source>
        <translation>您的预约和申请将显示在这里。</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>What the station tells you will stand here.</source>
        <translation>派出所的通知将显示在这里。</translation>
    </message>
    <message>
        <source>Your booking, %1</source>
        <translation>关于您的预约，%1</translation>
    </message>
    <message>
        <source>Your application, %1</source>
        <translation>关于您的申请，%1</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
    <message>
        <source>We send a code of six digits to your mobile telephone.</source>
        <translation>我们将向您的手机发送6位验证码。</translation>
    </message>
    <message>
        <source>Mobile number</source>
        <translation>手机号码</translation>
    </message>
    <message>
        <source>11 digits, of a telephone in mainland China</source>
        <translation>11位中国大陆手机号</translation>
    </message>
    <message>
        <source>Send the code</source>
        <translation>获取验证码</translation>
    </message>
    <message>
        <source>No mobile telephone?</source>
        <translation>没有手机？</translation>
    </message>
    <message>
        <source>Call the station, or come in the opening hours. No booking is needed for a visit.</source>
        <translation>请致电派出所，或在办公时间直接前往办理，无需预约。</translation>
    </message>
    <message>
        <source>Enter the code</source>
        <translation>输入验证码</translation>
    </message>
    <message>
        <source>A code of six digits was sent to %1. It is valid for five minutes, in this browser only.</source>
        <translation>6位验证码已发送至 %1，五分钟内有效，仅限在本浏览器使用。</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>验证码</translation>
    </message>
    <message>
        <source>No text has come?</source>
        <translation>没有收到短信？</translation>
    </message>
    <message>
        <source>Check the number. A text may take a minute.</source>
        <translation>请核对手机号。短信可能需要一分钟。</translation>
    </message>
    <message>
        <source>Send another code</source>
        <translation>重新获取验证码</translation>
    </message>
    <message>
        <source>Use another number</source>
        <translation>更换手机号</translation>
    </message>
    <message>
        <source>No more codes are sent for now</source>
        <translation>暂时不能再发送验证码</translation>
    </message>
    <message>
        <source>%1 is your code for identity card services online. It is valid for five minutes. Tell it to nobody.</source>
        <translation>%1 是您登录居民身份证网上办理的验证码，五分钟内有效。请勿告知他人。</translation>
    </message>
    <message>
        <source>The code is not right. Tries left: %1.</source>
        <translation>验证码不正确，还可以尝试%1次。</translation>
    </message>
    <message>
        <source>This code is not valid any more. Please have another one sent to you.</source>
        <translation>验证码已失效，请重新获取。</translation>
    </message>
    <message>
        <source>Real-name check</source>
        <translation>实名核验</translation>
    </message>
    <message>
        <source>This account is tied to a person</source>
        <translation>账号已完成实名核验</translation>
    </message>
    <message>
        <source>Since %1. It cannot be tied to anybody else.</source>
        <translation>核验时间：%1。账号不能再绑定他人。</translation>
    </message>
    <message>
        <source>No real-name service is connected to this website</source>
        <translation>本网站未接入实名核验服务</translation>
    </message>
    <message>
        <source>A lost card can therefore not be applied for online. Please book a visit to the station.</source>
        <translation>因此暂不能网上补领，请预约到派出所办理。</translation>
    </message>
    <message>
        <source>On the practice platform a number is enough. A real platform compares your face with the photo on record.</source>
        <translation>练习平台只需填写号码；正式平台将进行人脸比对。</translation>
    </message>
    <message>
        <source>Tie the account to this person</source>
        <translation>绑定此人</translation>
    </message>
    <message>
        <source>Too many requests</source>
        <translation>操作过于频繁</translation>
    </message>
    <message>
        <source>Nothing has been sent yet.</source>
        <translation>尚未发送任何短信。</translation>
    </message>
    <message>
        <source>Practice payment provider</source>
        <translation>练习支付机构</translation>
    </message>
    <message>
        <source>This stands for the page of a real provider. No money flows.</source>
        <translation>本页代替真实支付机构的页面，不产生任何资金往来。</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>缴费</translation>
    </message>
    <message>
        <source>Pay twice</source>
        <translation>重复缴费</translation>
    </message>
    <message>
        <source>Payment fails</source>
        <translation>缴费失败</translation>
    </message>
    <message>
        <source>Pay too late</source>
        <translation>逾期缴费</translation>
    </message>
    <message>
        <source>Pay, but the notice of it is lost</source>
        <translation>缴费，但通知丢失</translation>
    </message>
    <message>
        <source>The money is given back</source>
        <translation>退款到账</translation>
    </message>
    <message>
        <source>Back without paying</source>
        <translation>不缴费，返回</translation>
    </message>
    <message>
        <source>This page was open for too long</source>
        <translation>页面停留时间过长</translation>
    </message>
    <message>
        <source>Nothing was changed. Open the page again and send it from there.</source>
        <translation>未作任何更改。请重新打开页面后提交。</translation>
    </message>
    <message>
        <source>There is no such page</source>
        <translation>页面不存在</translation>
    </message>
    <message>
        <source>Perhaps the address was copied incompletely. Your own applications are on the page &quot;My applications&quot;.</source>
        <translation>网址可能不完整。您的办件请在“我的办件”中查看。</translation>
    </message>
    <message>
        <source>This page cannot be used in this way</source>
        <translation>不能这样使用本页面</translation>
    </message>
    <message>
        <source>Nothing was changed. Go back and use the buttons of the page.</source>
        <translation>未作任何更改。请返回并使用页面上的按钮。</translation>
    </message>
    <message>
        <source>This is not possible any more</source>
        <translation>现在已不能这样办理</translation>
    </message>
    <message>
        <source>It has changed meanwhile. Look at its page to see how it stands now.</source>
        <translation>状态已经改变，请打开相应页面查看最新状态。</translation>
    </message>
    <message>
        <source>That was too much at once</source>
        <translation>提交的内容过多</translation>
    </message>
    <message>
        <source>Nothing was changed. Please shorten what you entered.</source>
        <translation>未作任何更改。请缩短填写的内容。</translation>
    </message>
    <message>
        <source>This request could not be read</source>
        <translation>无法识别此请求</translation>
    </message>
    <message>
        <source>Nothing was changed. Go back to the first page and start there.</source>
        <translation>未作任何更改。请返回首页重新开始。</translation>
    </message>
    <message>
        <source>Nothing was changed. Please wait a little and try again.</source>
        <translation>未作任何更改。请稍候再试。</translation>
    </message>
    <message>
        <source>The service is not available at the moment</source>
        <translation>服务暂时不可用</translation>
    </message>
    <message>
        <source>Nothing was changed. Please try again in a few minutes.</source>
        <translation>未作任何更改。请几分钟后再试。</translation>
    </message>
    <message>
        <source>Something went wrong here</source>
        <translation>系统出现问题</translation>
    </message>
    <message>
        <source>It is not your fault. Look at &quot;My applications&quot; to see whether what you sent has arrived, and try again in a few minutes.</source>
        <translation>这不是您的问题。请在“我的办件”中查看提交是否成功，并在几分钟后再试。</translation>
    </message>
    <message>
        <source>To the first page</source>
        <translation>返回首页</translation>
    </message>
    <message>
        <source>Please wait a little</source>
        <translation>请稍候</translation>
    </message>
    <message>
        <source>Try again in %1 minutes.</source>
        <translation>请%1分钟后再试。</translation>
    </message>
    <message>
        <source>Try again in %1 hours.</source>
        <translation>请%1小时后再试。</translation>
    </message>
    <message>
        <source>free of charge</source>
        <translation>免费</translation>
    </message>
    <message>
        <source>Being reviewed</source>
        <translation>审核中</translation>
    </message>
    <message>
        <source>The station reviews what you entered. You will get a text and a message here; there is nothing to do now.</source>
        <translation>派出所正在审核您填写的信息，结果将以短信和站内消息通知您，目前无需操作。</translation>
    </message>
    <message>
        <source>More is needed</source>
        <translation>需要补充</translation>
    </message>
    <message>
        <source>Read what the station asks, and fill in the form again.</source>
        <translation>请查看派出所的要求，并重新填写登记表。</translation>
    </message>
    <message>
        <source>Waiting for your confirmation</source>
        <translation>待您确认</translation>
    </message>
    <message>
        <source>Confirm the time by %1, or the place is given away.</source>
        <translation>请在%1前确认时间，逾期将安排给他人。</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>Come on %1, and bring the papers that are listed.</source>
        <translation>请于%1到场，并携带所列材料。</translation>
    </message>
    <message>
        <source>You came</source>
        <translation>已到场</translation>
    </message>
    <message>
        <source>The station goes on with your application. Keep the collection slip that you were given.</source>
        <translation>派出所正在办理。请妥善保管领取凭证。</translation>
    </message>
    <message>
        <source>You did not come</source>
        <translation>未到场</translation>
    </message>
    <message>
        <source>You can book again, or come to the station without a booking.</source>
        <translation>您可以重新预约，或直接到派出所办理。</translation>
    </message>
    <message>
        <source>Not approved</source>
        <translation>未通过审核</translation>
    </message>
    <message>
        <source>Read the reasons. You can book again when they are settled.</source>
        <translation>请查看原因，解决后可以重新预约。</translation>
    </message>
    <message>
        <source>Not confirmed in time</source>
        <translation>逾期未确认</translation>
    </message>
    <message>
        <source>The place was given away. You can book again.</source>
        <translation>时间已安排给他人，您可以重新预约。</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>You can book again at any time.</source>
        <translation>您可以随时重新预约。</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>核查中</translation>
    </message>
    <message>
        <source>The station checks whether your card can be made again from the photo and fingerprints on record. There is nothing to do now.</source>
        <translation>派出所正在核查能否使用已有照片和指纹补领，目前无需操作。</translation>
    </message>
    <message>
        <source>Waiting for your payment</source>
        <translation>待缴费</translation>
    </message>
    <message>
        <source>Pay by %1, or the application ends.</source>
        <translation>请在%1前缴费，逾期申请自动终止。</translation>
    </message>
    <message>
        <source>Please come to the station</source>
        <translation>请到派出所办理</translation>
    </message>
    <message>
        <source>Your card cannot be made again online. The reasons are listed.</source>
        <translation>不符合网上补领条件，原因见下。</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已缴费</translation>
    </message>
    <message>
        <source>The station accepts your application. There is nothing to do now.</source>
        <translation>派出所正在受理您的申请，目前无需操作。</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>Your card is being made and will come by mail.</source>
        <translation>证件正在制作，完成后邮寄给您。</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>不予受理</translation>
    </message>
    <message>
        <source>Read the reasons. What you paid is given back.</source>
        <translation>请查看原因。已缴费用将予退还。</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>You can apply again at any time.</source>
        <translation>您可以随时重新申请。</translation>
    </message>
    <message>
        <source>First we need to know who you are</source>
        <translation>请先完成实名核验</translation>
    </message>
    <message>
        <source>Only the holder of the lost card may apply, with an account that is tied to the holder.</source>
        <translation>只能由丢失证件的本人使用实名账号申请。</translation>
    </message>
    <message>
        <source>To the real-name check</source>
        <translation>前往实名核验</translation>
    </message>
    <message>
        <source>Or book a visit to the station</source>
        <translation>或预约到派出所办理</translation>
    </message>
    <message>
        <source>This is possible only if all of this is true:</source>
        <translation>须同时符合下列条件：</translation>
    </message>
    <message>
        <source>you had a card of the second generation, with fingerprints</source>
        <translation>丢失的是已采集指纹的第二代居民身份证</translation>
    </message>
    <message>
        <source>its photo and fingerprints are still valid</source>
        <translation>照片和指纹在有效期内</translation>
    </message>
    <message>
        <source>nothing in your household registration has changed since</source>
        <translation>领证后户籍信息没有变化</translation>
    </message>
    <message>
        <source>The station checks it. Otherwise it asks you to come, and offers a time.</source>
        <translation>由派出所核查。不符合条件的，将通知您到派出所办理并安排时间。</translation>
    </message>
    <message>
        <source>Station where the household is registered</source>
        <translation>户籍地派出所</translation>
    </message>
    <message>
        <source>The lost card</source>
        <translation>丢失的证件</translation>
    </message>
    <message>
        <source>Lost on</source>
        <translation>丢失日期</translation>
    </message>
    <message>
        <source>Where it was lost</source>
        <translation>丢失地点</translation>
    </message>
    <message>
        <source>Where the card is sent</source>
        <translation>新证寄往</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>邮政编码</translation>
    </message>
    <message>
        <source>Telephone of the recipient</source>
        <translation>收件人电话</translation>
    </message>
    <message>
        <source>This account is tied to another person. Only the holder of the card may apply.</source>
        <translation>与本账号的实名信息不一致。只能由本人申请。</translation>
    </message>
    <message>
        <source>A postcode has six digits.</source>
        <translation>邮政编码为6位数字。</translation>
    </message>
    <message>
        <source>Check what you entered</source>
        <translation>请核对填写内容</translation>
    </message>
    <message>
        <source>Change something</source>
        <translation>返回修改</translation>
    </message>
    <message>
        <source>I declare</source>
        <translation>本人声明</translation>
    </message>
    <message>
        <source>My card is lost. I know that it becomes void with this application.</source>
        <translation>本人居民身份证已丢失，并知晓申请补领后原证作废。</translation>
    </message>
    <message>
        <source>Nothing in my household registration has changed since that card.</source>
        <translation>领取该证件后，本人户籍信息没有变化。</translation>
    </message>
    <message>
        <source>What stands above is true and complete, and I accept it for the new card.</source>
        <translation>以上内容真实、完整，本人确认用于制作新证。</translation>
    </message>
    <message>
        <source>Send the application</source>
        <translation>提交申请</translation>
    </message>
    <message>
        <source>Without this declaration the card cannot be made again online.</source>
        <translation>未作此声明不能网上补领。</translation>
    </message>
    <message>
        <source>An application of yours is open already. Look at &quot;My applications&quot;.</source>
        <translation>您已有一件正在办理的申请，请查看“我的办件”。</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Not sent yet: please correct what is listed here</source>
        <translation>尚未提交，请更正下列内容</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>选填</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>有误：%1</translation>
    </message>
    <message>
        <source>Identity card services online</source>
        <translation>居民身份证网上办理</translation>
    </message>
    <message>
        <source>Skip to the content</source>
        <translation>跳到正文</translation>
    </message>
    <message>
        <source>PRACTICE. Nothing that is entered here is a real application. Use no real data.</source>
        <translation>练习平台：在此填写的内容都不是真实业务，请勿填写真实信息。</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Keep your code to yourself: no police officer asks for it. On a shared computer, log out when you have finished.</source>
        <translation>请勿向任何人透露验证码，公安民警不会索要。使用公用电脑的，办完后请退出登录。</translation>
    </message>
    <message>
        <source>Your card can be made again online. Please pay on the website by %1.</source>
        <translation>您符合网上补领条件，请在%1前登录网站缴费。</translation>
    </message>
    <message>
        <source>Your card cannot be made again online. Please come to the station.</source>
        <translation>您不符合网上补领条件，请到派出所办理。</translation>
    </message>
    <message>
        <source>Your payment has arrived. The station goes on with your application.</source>
        <translation>您的缴费已到账，派出所将继续办理。</translation>
    </message>
    <message>
        <source>Your application was accepted. The card is sent by mail; it is promised by %1.</source>
        <translation>您的申请已受理，证件将邮寄送达，承诺办结日期为%1。</translation>
    </message>
    <message>
        <source>Your application was refused. What you paid is given back.</source>
        <translation>您的申请未予受理，已缴费用将予退还。</translation>
    </message>
    <message>
        <source>Your application ended because it was not paid in time. You can apply again.</source>
        <translation>因逾期未缴费，您的申请已终止。您可以重新申请。</translation>
    </message>
    <message>
        <source>Your card is on its way by mail. Carrier: %1, number %2.</source>
        <translation>您的证件已寄出。承运单位：%1，邮件号：%2。</translation>
    </message>
    <message>
        <source>Your card was delivered. Please have it verified at a station by %1.</source>
        <translation>您的证件已送达，请于%1前到派出所核验。</translation>
    </message>
    <message>
        <source>Your card came back to the station because it could not be delivered. Please call the station.</source>
        <translation>您的证件因无法投递被退回，请致电派出所。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Your booking was approved. Time: %1. Place: %2. Please confirm it by %3, or the place is given away.</source>
        <translation>您的预约已通过审核。时间：%1。地点：%2。请在%3前确认，逾期将安排给他人。</translation>
    </message>
    <message>
        <source>A reminder of your booking. Time: %1. Place: %2.</source>
        <translation>预约提醒。时间：%1。地点：%2。</translation>
    </message>
    <message>
        <source>Your place is fixed. Time: %1. Place: %2.</source>
        <translation>您的预约已确定。时间：%1。地点：%2。</translation>
    </message>
    <message>
        <source>The station needs more for your booking. Open the website and complete the form.</source>
        <translation>您的预约需要补充材料，请登录网站填写。</translation>
    </message>
    <message>
        <source>Your booking was not approved.</source>
        <translation>您的预约未通过审核。</translation>
    </message>
    <message>
        <source>Your booking was cancelled by the station.</source>
        <translation>派出所取消了您的预约。</translation>
    </message>
    <message>
        <source>You did not confirm the time in time; the place was given away. You can book again.</source>
        <translation>您未在期限内确认，时间已安排给他人。您可以重新预约。</translation>
    </message>
    <message>
        <source>Please bring: %1.</source>
        <translation>请携带：%1。</translation>
    </message>
    <message>
        <source>Please bring your residence permit.</source>
        <translation>请携带居住证。</translation>
    </message>
    <message>
        <source>Valid for three months. Fee: %1</source>
        <translation>有效期三个月，工本费：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>已寄出</translation>
    </message>
    <message>
        <source>Your card is on its way to you. Below you see the tracking number.</source>
        <translation>证件正在邮寄途中，邮件号见下方。</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Your card was delivered to you.</source>
        <translation>证件已送达。</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>邮件退回</translation>
    </message>
    <message>
        <source>The mail could not deliver your card. Please call the station.</source>
        <translation>邮件无法投递，请致电派出所。</translation>
    </message>
    <message>
        <source>This cannot be booked online: the place takes no bookings at present, visits were missed, or the person has a booking already. Please call the station, or come without a booking.</source>
        <translation>暂不能网上预约：该办理点目前不接受预约，或此前有多次爽约，或此人已有预约。请致电派出所，或直接到现场办理。</translation>
    </message>
    <message>
        <source>Pictures of papers can be added when the form has been sent.</source>
        <translation>提交表格后可以添加证件材料图片。</translation>
    </message>
    <message>
        <source>You have a booking for this person already. Look at &quot;My applications&quot;.</source>
        <translation>您已为此人预约，请查看“我的办件”。</translation>
    </message>
    <message>
        <source>The field team comes to the village; on other days nobody is there.</source>
        <translation>民警下乡上门办证，仅当日在村办理，其他日期无人值守。</translation>
    </message>
    <message>
        <source>With the time that you take here the booking is confirmed.</source>
        <translation>选定新时间后预约即告确认，无需再次确认。</translation>
    </message>
    <message>
        <source>No code can be sent at present</source>
        <translation>暂时无法发送验证码</translation>
    </message>
    <message>
        <source>The service that sends texts does not work</source>
        <translation>短信服务暂时中断</translation>
    </message>
    <message>
        <source>Please try again in a few minutes. You can also call the station, or come without a booking in the opening hours.</source>
        <translation>请过几分钟再试。您也可以致电派出所，或在办公时间直接前往办理，无需预约。</translation>
    </message>
    <message>
        <source>Change the telephone number</source>
        <translation>变更登录手机号</translation>
    </message>
    <message>
        <source>If none has come, please try again in a few minutes.</source>
        <translation>如未收到验证码，请过几分钟再试。</translation>
    </message>
    <message>
        <source>Please log in once more for this</source>
        <translation>变更手机号前请重新登录</translation>
    </message>
    <message>
        <source>So nobody can change it on a computer where you forgot to log out. A code is sent to your present telephone. If you do not have that any more, call the station.</source>
        <translation>这样，即使您忘记退出登录，他人也无法更改您的手机号。验证码将发送到您现在的手机；如该手机号已不再使用，请致电派出所。</translation>
    </message>
    <message>
        <source>Log in once more</source>
        <translation>重新登录</translation>
    </message>
    <message>
        <source>Number now</source>
        <translation>当前手机号</translation>
    </message>
    <message>
        <source>We send a code to the new telephone. With it the number of your account changes, and you are logged out everywhere else.</source>
        <translation>我们将向新手机号发送验证码。验证通过后，登录手机号即变更，您在其他设备上的登录将全部退出。</translation>
    </message>
    <message>
        <source>New mobile number</source>
        <translation>新手机号码</translation>
    </message>
    <message>
        <source>Forms that you have sent keep the number that you wrote there. If it is not right any more, tell the station.</source>
        <translation>已提交的申请表中的联系电话不会随之更改。如该电话已变更，请告知派出所。</translation>
    </message>
    <message>
        <source>The number of your account was changed</source>
        <translation>登录手机号已变更</translation>
    </message>
    <message>
        <source>From now on log in with the new one.</source>
        <translation>今后请使用新手机号登录。</translation>
    </message>
    <message>
        <source>Change the number</source>
        <translation>变更手机号</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>手机号未变更</translation>
    </message>
    <message>
        <source>This number has an account with applications already</source>
        <translation>该手机号已有账号，且账号下已有申请</translation>
    </message>
    <message>
        <source>Log in with it to see them, or call the station.</source>
        <translation>请使用该手机号登录查看，或致电派出所。</translation>
    </message>
    <message>
        <source>The telephone number of your account for identity card services online was changed. If it was not you, call the station.</source>
        <translation>您的居民身份证网上办理账号的登录手机号已变更。如非本人操作，请致电派出所。</translation>
    </message>
    <message>
        <source>This is the number of your account already. Enter the new one.</source>
        <translation>这就是您当前的手机号，请填写新手机号。</translation>
    </message>
    <message>
        <source>%1 is the code by which this telephone becomes that of an account for identity card services online. It is valid for five minutes. Tell it to nobody.</source>
        <translation>%1 是将此手机号设为居民身份证网上办理账号登录手机号的验证码，五分钟内有效。请勿告知他人。</translation>
    </message>
    <message>
        <source>deleted here on %1</source>
        <translation>已于%1在本网站删除</translation>
    </message>
    <message>
        <source>1 picture, added on %1</source>
        <translation>1张图片，添加于%1</translation>
    </message>
    <message>
        <source>This picture is too large. Take it anew with a usual setting of the camera, or send a smaller one: at most 8 MB.</source>
        <translation>图片过大。请用相机的普通设置重新拍摄，或选择较小的图片（不超过8兆字节）。</translation>
    </message>
    <message>
        <source>This is no picture that can be taken. Choose a photo in the format JPEG or PNG, at least 200 pixels wide and high.</source>
        <translation>该文件不是可用的图片。请选择手机或相机拍摄的照片，宽、高均不少于200像素。</translation>
    </message>
    <message>
        <source>This picture is damaged or incomplete. Please choose it again, or take it anew.</source>
        <translation>图片已损坏或不完整。请重新选择或重新拍摄。</translation>
    </message>
    <message>
        <source>No picture yet. You need not add any.</source>
        <translation>尚未添加图片。图片可不添加。</translation>
    </message>
    <message>
        <source>Pictures you have added</source>
        <translation>您已添加的图片</translation>
    </message>
    <message>
        <source>Remove picture %1 (%2)</source>
        <translation>删除第%1张图片（%2）</translation>
    </message>
    <message>
        <source>Add a picture</source>
        <translation>添加图片</translation>
    </message>
    <message>
        <source>What the picture shows</source>
        <translation>图片内容</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>A photo or scan in the format JPEG or PNG, at most 8 MB. The whole page is in it and can be read.</source>
        <translation>证件材料的照片或扫描件，不超过8兆字节，页面完整、字迹清晰。</translation>
    </message>
    <message>
        <source>Add this picture</source>
        <translation>添加该图片</translation>
    </message>
    <message>
        <source>Pictures of papers</source>
        <translation>证件材料图片</translation>
    </message>
    <message>
        <source>Pictures help the station to see early whether anything is missing. Please bring the papers themselves all the same.</source>
        <translation>添加图片便于派出所提前核对材料是否齐全。办理时仍须携带材料原件。</translation>
    </message>
    <message>
        <source>A picture is sealed for the station at once: this website cannot show it again. Where and with what it was taken is removed from it. You can remove a picture until the station has decided.</source>
        <translation>图片上传后立即为派出所加密，本网站无法再次显示。拍摄地点、拍摄设备等信息会被清除。在派出所作出决定前，您可以删除图片。</translation>
    </message>
    <message>
        <source>There are %1 pictures, more cannot be added</source>
        <translation>已有%1张图片，不能再添加</translation>
    </message>
    <message>
        <source>Remove one that is not needed first.</source>
        <translation>请先删除不需要的图片。</translation>
    </message>
    <message>
        <source>Many pictures are being sent just now</source>
        <translation>当前上传图片的人较多</translation>
    </message>
    <message>
        <source>Your picture was not added. Please send it again in a moment.</source>
        <translation>您的图片未添加。请稍后重新上传。</translation>
    </message>
    <message>
        <source>Back to the pictures</source>
        <translation>返回图片页面</translation>
    </message>
    <message>
        <source>Please choose a picture.</source>
        <translation>请选择图片。</translation>
    </message>
    <message>
        <source>Please choose the picture once more.</source>
        <translation>请重新选择图片。</translation>
    </message>
    <message>
        <source>Residence permit</source>
        <translation>居住证</translation>
    </message>
    <message>
        <source>Page of the household booklet</source>
        <translation>户口簿页</translation>
    </message>
    <message>
        <source>Old identity card</source>
        <translation>原居民身份证</translation>
    </message>
    <message>
        <source>Another paper</source>
        <translation>其他材料</translation>
    </message>
    <message>
        <source>You can add photos of your papers, such as the residence permit, until the station has decided. You need not.</source>
        <translation>在派出所作出决定前，您可以添加居住证等材料的照片，也可以不添加。</translation>
    </message>
    <message>
        <source>Add pictures</source>
        <translation>添加图片</translation>
    </message>
    <message>
        <source>Add or remove pictures</source>
        <translation>添加或删除图片</translation>
    </message>
    <message>
        <source>Too many pictures in a minute</source>
        <translation>一分钟内上传的图片过多</translation>
    </message>
    <message>
        <source>The days of the next visit are not fixed yet.</source>
        <translation>下次下乡办证日期尚未确定。</translation>
    </message>
    <message>
        <source>The field team is in the village on %1.</source>
        <translation>民警下乡办证日期：%1。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
</TS>
