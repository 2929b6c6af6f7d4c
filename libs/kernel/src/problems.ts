import type { Localized } from './localized.js';

/** One kind of refusal: its HTTP status and the sentence the person reads: what happened, what was kept, what to do. */
export interface Problem extends Localized {
  readonly status: number;
}

const problem = (status: number, vi: string, en: string): Problem => ({ status, vi, en });

/** The closed list of refusals. Each has its line in docs/problems.md (a test compares). */
export const PROBLEMS = {
  // requests
  'request.invalid': problem(400, 'Có thông tin chưa đúng. Những gì bạn đã nhập vẫn được giữ; hãy sửa các mục được đánh dấu.', 'Some information is not right. What you typed is kept; correct the marked items.'),
  'request.not-json': problem(400, 'Không đọc được yêu cầu gửi lên. Hãy tải lại trang rồi thử lại.', 'The request could not be read. Reload the page and try again.'),
  'request.too-many': problem(429, 'Bạn thao tác quá nhanh. Hãy chờ {minutes} phút rồi thử lại, hoặc gọi đường dây nóng của Trung tâm.', 'Too many attempts. Wait {minutes} minutes and try again, or call the centre.'),
  'request.too-large': problem(413, 'Nội dung gửi lên quá lớn. Hãy gửi ít dữ liệu hơn trong một lần; những gì bạn đã nhập vẫn được giữ.', 'Too much was sent at once. Send less in one go; what you typed is kept.'),
  'not-found': problem(404, 'Không tìm thấy nội dung này, hoặc bạn không được xem nó.', 'Nothing is found here, or you may not see it.'),
  'server.fault': problem(500, 'Hệ thống gặp lỗi. Không có gì bị ghi dở dang; hãy thử lại. Mã tra cứu: {requestId}.', 'The system failed. Nothing was left half done; try again. Reference: {requestId}.'),
  'server.busy': problem(503, 'Hệ thống tạm thời chưa sẵn sàng. Những gì bạn đã nhập vẫn được giữ; hãy thử lại sau ít phút.', 'The system is not ready for the moment. What you typed is kept; try again in a few minutes.'),
  // sign-in
  'sign-in.required': problem(401, 'Hãy đăng nhập để tiếp tục. Bản nháp của bạn vẫn được giữ.', 'Sign in to go on. Your draft is kept.'),
  'sign-in.wrong': problem(401, 'Tài khoản hoặc mật khẩu chưa đúng. Hãy kiểm tra rồi thử lại.', 'The account or the password is not right. Check and try again.'),
  'sign-in.citizen-unknown': problem(403, 'Tài khoản định danh này chưa có trong dữ liệu công dân của hệ thống. Hãy đến quầy của Trung tâm để được hỗ trợ.', 'This identity is not among the citizens on file. Please come to the counter.'),
  'sign-in.provider-down': problem(502, 'Chưa kết nối được dịch vụ định danh. Hãy thử lại sau ít phút hoặc đến quầy của Trung tâm.', 'The identity service cannot be reached. Try again shortly or come to the counter.'),
  'sign-in.interrupted': problem(403, 'Việc đăng nhập chưa hoàn tất hoặc đã quá thời gian chờ. Hãy đăng nhập lại.', 'The sign-in was not finished, or took too long. Sign in again.'),
  'csrf.missing': problem(403, 'Phiên làm việc đã thay đổi. Hãy tải lại trang; nội dung đã nhập vẫn được giữ.', 'The session has changed. Reload the page; what you typed is kept.'),
  'permission.missing': problem(403, 'Bạn không có quyền thực hiện việc này (thiếu quyền: {permission}). Hãy liên hệ người phụ trách đơn vị.', 'You may not do this (missing permission: {permission}). Ask the head of your unit.'),
  'permission.four-eyes': problem(403, 'Người dự thảo không được tự phê duyệt dự thảo của mình. Hãy để lãnh đạo khác phê duyệt.', 'The author of a draft may not approve it. Another leader must.'),
  'permission.not-lead': problem(403, 'Hồ sơ đã có người thụ lý khác. Hãy để người đó thực hiện "{event}", hoặc đề nghị phụ trách đơn vị phân công lại.', 'Another officer has this dossier in hand. Let the lead "{event}", or ask the head of the unit to assign it anew.'),
  // acts
  'act.stale': problem(409, '{who} vừa cập nhật hồ sơ lúc {at} ({event}). Nội dung bạn nhập vẫn được giữ. Hãy xem thay đổi rồi thực hiện lại.', '{who} changed this dossier at {at} ({event}). What you typed is kept. Look at the change, then act again.'),
  'act.impossible': problem(409, 'Không thể "{event}" khi hồ sơ đang ở bước "{state}". Xem các việc có thể làm bên dưới.', 'It is not possible to "{event}" while the dossier is at "{state}". See what can be done below.'),
  'act.unknown': problem(422, 'Không có việc nào tên là "{event}" cho người dùng này.', 'There is no act "{event}" for this kind of user.'),
  'command.reused': problem(409, 'Mã lệnh này đã dùng cho một nội dung khác. Hãy tải lại trang rồi thực hiện lại.', 'This command id was used with another content. Reload the page and act again.'),
  'reason.required': problem(422, 'Hãy chọn lý do trong danh mục và ghi rõ nội dung cần làm.', 'Choose a reason from the catalogue and say what must be done.'),
  'extension.too-late': problem(422, 'Văn bản xin lỗi và gia hạn phải được ký chậm nhất một ngày trước ngày hẹn trả. Nay đã quá thời điểm đó: hãy ký văn bản xin lỗi; ngày hẹn trả không đổi và hồ sơ được tính là quá hạn.', 'An extension is signed at the latest one day before the promise date. That time is over: sign an apology instead; the promise date stays and the dossier counts as late.'),
  'extension.clock-stands': problem(409, 'Thời hạn đang tạm dừng nên chưa tính được ngày hẹn mới. Hãy gia hạn khi thời hạn chạy lại.', 'The clock stands, so no new date can be derived. Extend when it goes on.'),
  'apology.not-late': problem(409, 'Hồ sơ chưa quá hạn nên chưa có gì để xin lỗi. Nếu không kịp, hãy đề xuất gia hạn trước ngày hẹn.', 'The dossier is not late, so there is nothing to apologise for. Propose an extension before the promise date.'),
  'payment.too-little': problem(422, 'Số tiền trên chứng từ ({paid}) ít hơn số phải nộp ({due}). Hãy kiểm tra chứng từ; hồ sơ chỉ tiếp tục khi đã nộp đủ.', 'The receipt shows {paid}, less than the {due} due. Check it; the dossier goes on only when all is paid.'),
  'handover.paper-damaged': problem(409, 'Có tệp không còn đúng mã băm trong danh mục bàn giao: {names}. Hồ sơ chưa được chuyển, chưa được nhận. Hãy tải lại tệp đó rồi chuyển lại; bên nhận thì trả lại hồ sơ.', 'A file is no longer what its digest in the manifest says: {names}. The dossier was neither sent nor taken in. Upload that file again and send it anew; the addressee returns it.'),
  'consultation.closed': problem(409, 'Việc lấy ý kiến này đã kết thúc. Hãy tải lại trang để xem tình trạng.', 'This consultation is over. Reload the page to see how it stands.'),
  'reroute.commune-unknown': problem(422, 'Hãy chọn xã, phường, đặc khu có thẩm quyền trong danh sách.', 'Choose the competent commune from the list.'),
  'non-boundary.not-listed': problem(422, 'Thủ tục {code} không có trong danh mục tiếp nhận phi địa giới của tỉnh. Hãy hướng dẫn người dân đến đơn vị có thẩm quyền, hoặc tiếp nhận để đơn vị của mình giải quyết.', 'Procedure {code} is not on the province\'s list of non-boundary receipt. Direct the person to the competent unit, or receive it for your own.'),
  'linked.receive-whole': problem(422, 'Hồ sơ liên thông chỉ được tiếp nhận khi đủ tờ khai và giấy tờ. Nếu còn thiếu, hãy lưu lại và hướng dẫn người dân bổ sung; từng hồ sơ thành phần có thể yêu cầu bổ sung hoặc từ chối sau khi nộp.', 'A linked filing is received whole. Park it and tell the person what is missing; each of its dossiers may be returned or refused once it is filed.'),
  'linked.not-waiting': problem(409, 'Thủ tục này của nhóm liên thông không còn chờ: đã được nộp hoặc đã thôi thực hiện. Hãy tải lại trang.', 'This procedure of the linked group waits no longer: it was filed or called off. Reload the page.'),
  'linked.not-called-off': problem(409, 'Thủ tục này của nhóm liên thông chưa dừng nên không nộp lại bằng tay được. Hãy tải lại trang.', 'This procedure of the linked group was not called off, so it cannot be filed by hand. Reload the page.'),
  'assignment.not-here': problem(422, 'Người này không có vị trí công tác để làm bước hiện tại tại đơn vị đang giữ hồ sơ. Hãy chọn người khác.', 'This officer has no post for the present step in the unit that holds the dossier. Choose another.'),
  'assignment.not-yours': problem(403, 'Bạn chỉ được tự nhận hồ sơ chưa có người thụ lý. Việc phân công lại do phụ trách đơn vị thực hiện.', 'You may only take up a dossier nobody has in hand. The head of the unit assigns it anew.'),
  'batch.not-for-many': problem(422, '"{event}" phải làm từng hồ sơ vì cần nội dung riêng cho mỗi hồ sơ.', '"{event}" is done case by case: each dossier needs its own content.'),
  // stand-ins and delegations
  'absence.stand-in-needed': problem(422, '{unit} sẽ không còn ai làm phần việc tiếp nhận từ {from} đến {to}. Hãy chọn người thay thế: việc tiếp nhận không được gián đoạn.', 'Nobody would receive at {unit} from {from} to {to}. Name a stand-in: receipt is never interrupted.'),
  'absence.stand-in-away': problem(422, '{who} cũng vắng mặt trong thời gian này. Hãy chọn người khác.', '{who} is away in this time too. Choose another.'),
  'absence.stand-in-elsewhere': problem(422, 'Người thay thế phải đang công tác trong cùng cơ quan. Hãy chọn người khác.', 'A stand-in has a post in the same agency. Choose another.'),
  'absence.over': problem(409, 'Đợt vắng mặt này đã kết thúc. Hãy tải lại trang để xem tình trạng.', 'This absence is over. Reload the page to see how it stands.'),
  'delegation.no-passing-on': problem(403, 'Việc được ủy quyền, giao ký hoặc đang làm thay không được giao tiếp cho người khác (Nghị định 30/2020/NĐ-CP, Điều 13). Hãy đề nghị người có thẩm quyền trực tiếp giao.', 'What is held by delegation or as a stand-in is not passed on (Decree 30/2020, Art. 13). Ask its owner to delegate it.'),
  'delegation.not-held': problem(422, 'Chỉ người đứng đầu cơ quan được giao ký những việc thuộc quyền ký của mình. Hãy chọn lại người giao và việc được giao.', 'Only the head of an agency passes on a signature, and only their own. Choose the delegator and the acts again.'),
  'delegation.not-eligible': problem(422, 'Chỉ giao ký cho người đứng đầu đơn vị trực thuộc. Hãy chọn lại người được giao.', 'A signature is passed on to the head of a unit of the agency. Choose the delegate again.'),
  'delegation.own-proposal': problem(403, 'Người đề xuất và người được giao ký không được tự duyệt. Hãy để người giao hoặc một lãnh đạo khác duyệt.', 'Neither who proposed it nor the delegate approves it. Let the delegator or another leader do so.'),
  'delegation.decided': problem(409, 'Đề xuất này đã được {who} giải quyết. Hãy tải lại trang để xem kết quả.', '{who} has already decided this. Reload the page to see the outcome.'),
  'delegation.over': problem(409, 'Việc ủy quyền, giao ký này đã hết hiệu lực. Hãy tải lại trang để xem tình trạng.', 'This delegation is over. Reload the page to see how it stands.'),
  // organisation
  'unit.unresolved': problem(422, 'Tại {unit} chưa có đơn vị nào đảm nhiệm phần việc "{path}". Người quản trị cần khai báo đơn vị này trước.', 'No unit of {unit} takes on "{path}". An administrator must enter one first.'),
  // catalogue and intake
  'procedure.unknown': problem(404, 'Không có thủ tục mang mã {code} trong danh mục.', 'No procedure has the code {code}.'),
  'procedure.not-receivable': problem(422, 'Thủ tục {code} mới có phần hướng dẫn: chưa công bố thời hạn, căn cứ, giấy tờ và quy trình nên chưa thể tiếp nhận. Hãy in phiếu hướng dẫn.', 'Procedure {code} has guidance only: its limit, basis, papers and process are not published yet. Print the guidance slip.'),
  'procedure.referred': problem(422, 'Thủ tục {code} do {agency} giải quyết. Hãy in phiếu hướng dẫn và giới thiệu người dân đến đúng nơi.', 'Procedure {code} is handled by {agency}. Print the guidance slip and refer the person.'),
  'procedure.faulty': problem(422, 'Thủ tục {code} chưa thể công bố: {fault}', 'Procedure {code} cannot be published: {fault}'),
  'procedure.version-missing': problem(500, 'Thiếu phiên bản {version} của thủ tục {code} mà hồ sơ đang dùng.', 'Version {version} of procedure {code}, in use by a dossier, is missing.'),
  'version.not-later': problem(422, 'Không thể chuyển sang phiên bản {version}: chỉ chuyển được sang phiên bản mới hơn, đã công bố và đang có hiệu lực. Hãy tải lại trang để xem các phiên bản.', 'It cannot be moved to version {version}: only a later version that is published and in force will do. Reload the page to see the versions.'),
  'version.pinned': problem(422, 'Theo {basis}, hồ sơ tiếp nhận trước phiên bản {version} giải quyết theo quy định cũ. Hồ sơ giữ phiên bản của mình.', 'By {basis}, dossiers received before version {version} follow the rule of their day. The dossier keeps its version.'),
  'version.no-migration': problem(422, 'Chưa có cách chuyển từ phiên bản {from} sang phiên bản {version}. Hồ sơ giữ phiên bản của mình; cách chuyển chỉ được công bố cùng một phiên bản mới.', 'Nothing leads from version {from} to version {version}. The dossier keeps its version; a migration is published only with a new version.'),
  'version.state-stays': problem(409, 'Hồ sơ đang ở "{state}" chưa chuyển phiên bản được. Hãy hoàn thành việc đang chờ rồi chuyển.', 'At "{state}" the dossier cannot be moved yet. Finish what is waited for, then move it.'),
  'version.answers-missing': problem(422, 'Tờ khai chưa đủ cho phiên bản {version}: {names} Hãy yêu cầu bổ sung trước, hoặc để hồ sơ giữ phiên bản của mình.', 'The declaration does not suffice for version {version}: {names} Ask for a supplement first, or leave the dossier with its version.'),
  'procedure.draft-changed': problem(409, '{who} vừa lưu bản soạn này lúc {at}. Nội dung bạn nhập vẫn còn trên máy này; hãy mở bản mới nhất để xem và nhập lại phần của bạn.', '{who} saved this draft at {at}. What you typed is still on this machine; open the newest one and enter your part again.'),
  'procedure.proposal-open': problem(409, 'Thủ tục {code} đang có đề xuất của {who} chờ duyệt nên chưa thể thay đổi. Hãy chờ quyết định, hoặc để người đề xuất rút lại.', 'A proposal of {who} on procedure {code} waits for approval, so nothing can change now. Wait for the decision, or let its author withdraw it.'),
  'procedure.proposal-decided': problem(409, 'Đề xuất này đã được {who} giải quyết. Hãy tải lại trang để xem kết quả.', '{who} has already decided this proposal. Reload the page to see the outcome.'),
  'procedure.own-proposal': problem(403, 'Người đề xuất không được tự duyệt đề xuất của mình. Hãy để một người quản trị khác duyệt.', 'The author of a proposal may not decide it. Another administrator must.'),
  'procedure.date-passed': problem(422, 'Ngày {date} không dùng được: quy định chỉ có hiệu lực, hoặc hết hiệu lực, từ hôm nay trở đi. Hãy chọn ngày khác.', 'The day {date} will not do: a rule takes effect, or ends, from today on at the earliest. Choose another day.'),
  'procedure.version-ended': problem(422, 'Phiên bản {version} đã có ngày hết hiệu lực {date} và không thể đổi lại.', 'Version {version} already ends on {date}, and that cannot be changed.'),
  'procedure.channel-closed': problem(422, 'Thủ tục {code} ở đây chỉ nhận: {channels}. Hãy chọn cách nộp khác.', 'Procedure {code} is taken in here only: {channels}. Choose another way of filing.'),
  'local-rule.faulty': problem(422, 'Quy định của địa phương chưa dùng được: {fault} Hãy sửa mục được đánh dấu.', 'The local rule will not do: {fault} Correct the marked item.'),
  'local-rule.layer': problem(422, 'Xã, phường không quy định mức thu, trường hợp miễn hoặc danh mục tiếp nhận. Hãy lập quy định này ở cấp tỉnh.', 'A commune sets no fees, exemptions or receptions. Make this a rule of the province.'),
  'local-rule.lengthened': problem(422, 'Thời hạn {limit} không chắc chắn ngắn hơn hoặc bằng quy định chung ({national}). Địa phương chỉ được rút ngắn, tính theo cùng cách.', 'The limit ({limit}) is not certain to be as short as the national one ({national}). A local rule may only shorten, counted the same way.'),
  'local-rule.fee-raised': problem(422, 'Khoản "{name}" do Nhà nước quy định ({amount}); địa phương chỉ được giảm. Hãy sửa mức thu.', 'The fee "{name}" is set by the state ({amount}); a local rule may only lower it. Correct the amount.'),
  'local-rule.exemption-lost': problem(409, 'Trường hợp miễn "{name}" của quy định chung không được thay bằng quy định của địa phương. Hãy đặt mã khác để bổ sung trường hợp mới.', 'The national exemption "{name}" is not replaced by a local rule. Give a further exemption a key of its own.'),
  'local-rule.steps-exceed': problem(422, 'Các bước của quy trình không đủ thời gian trong thời hạn {limit}. Hãy chọn thời hạn dài hơn.', 'The steps of the process do not fit into the limit ({limit}). Choose a longer one.'),
  'local-rule.date-passed': problem(422, 'Ngày {date} đã qua: quy định chỉ có hiệu lực, hoặc hết hiệu lực, từ hôm nay trở đi. Hãy chọn ngày khác.', 'The day {date} is past: a rule takes effect, or ends, from today on at the earliest. Choose another day.'),
  'local-rule.decided': problem(409, 'Đề xuất này đã được quyết định rồi. Hãy tải lại danh sách.', 'This proposal has been decided already. Reload the list.'),
  'local-rule.replaced': problem(409, 'Quy định này chưa có hiệu lực, đã được thay thế hoặc đã kết thúc. Hãy tải lại danh sách.', 'This rule is not approved, has been replaced or ended. Reload the list.'),
  'declaration.invalid': problem(422, 'Tờ khai còn mục chưa đúng. Những gì đã nhập vẫn được giữ; hãy sửa các mục được đánh dấu.', 'The declaration has faults. What was typed is kept; correct the marked items.'),
  'components.missing': problem(422, 'Chưa đủ thành phần hồ sơ bắt buộc: {names}. Hãy bổ sung hoặc in phiếu yêu cầu bổ sung.', 'Required papers are missing: {names}. Add them or print a supplement request.'),
  'supplement.outside-marks': problem(422, 'Chỉ các mục được yêu cầu bổ sung mới được sửa: {names} không nằm trong yêu cầu.', 'Only the marked items may be changed: {names} is not among them.'),
  'person.unknown': problem(404, 'Không tìm thấy người này trong dữ liệu.', 'This person is not on file.'),
  'fact.corrected': problem(409, 'Thông tin này đã được đính chính rồi. Hãy tải lại và xem thông tin hiện hành.', 'This has been corrected already. Reload and look at what is shown now.'),
  'source.no-case': problem(409, 'Chỉ được hỏi cơ sở dữ liệu quốc gia cho một hồ sơ hoặc bản nháp đang làm. Hãy lưu bản nháp rồi hỏi lại.', 'A national database is asked only for a dossier or draft in hand. Save the draft, then ask again.'),
  'source.not-licensed': problem(403, 'Thủ tục {code} chưa được phép hỏi {source}. Hãy tiếp tục với giấy tờ người dân mang theo.', 'Procedure {code} may not ask the {source}. Go on with the papers the person brought.'),
  'source.not-connected': problem(503, 'Chưa kết nối {source}. Hãy tiếp tục với dữ liệu đã có và giấy tờ người dân mang theo.', 'The {source} is not connected. Go on with what is on file and the papers the person brought.'),
  'source.nothing-wanted': problem(422, 'Tờ khai hiện không có mục nào lấy được từ {source}. Hãy chọn thêm câu trả lời rồi hỏi lại.', 'No field of the declaration comes from the {source} as it stands. Answer more of it, then ask again.'),
  'source.identity-incomplete': problem(422, 'Cần đủ số định danh, họ tên và ngày sinh mới hỏi được. Hãy nhập tay theo giấy tờ người dân mang theo.', 'Personal number, name and full birth date are needed to ask. Type in what the person’s papers say.'),
  'paper.unusable': problem(422, 'Giấy tờ đã có "{name}" đã hết hạn, đã bị thu hồi hoặc không thuộc loại giấy mà thành phần hồ sơ này cần. Hãy chọn giấy khác hoặc nộp giấy mới.', 'The paper on file "{name}" has expired, was revoked or is not of the kind this component needs. Choose another one or hand one in.'),
  // authority
  'authority.no-way': problem(422, 'Theo {basis}, thủ tục {code} thuộc thẩm quyền của một cấp mà quy trình của thủ tục chưa có các bước. Hãy công bố phiên bản có các bước đó hoặc sửa quy định thẩm quyền.', 'By {basis} the procedure {code} is decided at a level for which its process has no steps yet. Publish a version that has them, or correct the rule of authority.'),
  'authority.already-ruled': problem(409, 'Đã có quy định thẩm quyền cho cùng nội dung, cùng nơi và cùng ngày bắt đầu {date}. Hãy chọn ngày khác hoặc kết thúc quy định đang có.', 'A rule of authority for the same matter, place and first day {date} exists already. Choose another day or end that rule.'),
  'authority.change-decided': problem(409, 'Đề xuất thẩm quyền này đã được quyết định rồi. Hãy tải lại danh sách.', 'This change of authority has been decided already. Reload the list.'),
  'authority.not-endable': problem(409, 'Không thể kết thúc quy định này vào ngày {date}: nó đã có ngày kết thúc sớm hơn, đã có đề xuất kết thúc, hoặc ngày đó đã qua.', 'This rule cannot be ended on {date}: it ends before, its end is proposed already, or that day has passed.'),
  'authority.undecidable': problem(422, 'Chưa thể duyệt: {count} thủ tục hoặc nơi sẽ không có ai giải quyết được. Hãy xem mục "Chưa thể thực hiện" của đề xuất và khắc phục trước.', 'This cannot be approved yet: {count} procedures or places would be left with nobody to decide. See "Cannot be done" of the proposal and mend that first.'),

  // calendar
  'calendar.no-hours': problem(422, 'Chưa có giờ làm việc của {unit} cho ngày {date}. Người quản trị cần khai báo trước khi tiếp nhận.', 'No office hours are known for {unit} on {date}. An administrator must enter them first.'),
  'calendar.year-not-loaded': problem(422, 'Lịch làm việc của {unit} chưa có ngày nghỉ lễ năm {year}. Người quản trị cần nạp lịch trước khi tiếp nhận.', 'The calendar of {unit} has no holidays of {year}. An administrator must load them first.'),
  'calendar.hours-invalid': problem(422, 'Giờ làm việc "{hours}" chưa đúng. Hãy ghi từng buổi như 07:30-11:30, không chồng lên nhau.', 'The office hours "{hours}" are not right. Write each stretch like 07:30-11:30, without overlaps.'),
  'calendar.limit-invalid': problem(422, 'Thời hạn "{limit}" chưa đúng. Hãy ghi một số lớn hơn 0 (ngày và tháng có thể có nửa, giờ tính đến phút) hoặc giờ chốt như 15:00.', 'The time limit "{limit}" is not right. Give a number above 0 (halves of days and months, hours to the minute) or a cut-off like 15:00.'),
  'calendar.change-decided': problem(409, 'Thay đổi lịch này đã được quyết định rồi. Hãy tải lại danh sách.', 'This change of the calendar has been decided already. Reload the list.'),
  'calendar.not-undoable': problem(409, 'Không thể hoàn tác thay đổi này: nó chưa được duyệt, đã được hoàn tác, hoặc chỉ mở thêm năm.', 'This change cannot be taken back: it is not approved, has been taken back, or only opened a year.'),
  'outage.decided': problem(409, 'Thông báo sự cố này đã được quyết định rồi. Hãy tải lại danh sách.', 'This outage has been decided already. Reload the list.'),
  'outage.not-going-on': problem(409, 'Sự cố này chưa được duyệt hoặc đã kết thúc, nên không ghi được thời điểm kết thúc. Hãy tải lại danh sách.', 'This outage is not approved, or is over, so no end can be entered. Reload the list.'),
  // files
  'file.too-large': problem(413, 'Tệp lớn hơn giới hạn {limit} MB. Hãy giảm kích thước hoặc chia thành nhiều tệp.', 'The file is larger than {limit} MB. Make it smaller or split it.'),
  'file.kind': problem(415, 'Chỉ nhận tệp PDF, JPEG hoặc PNG; nội dung tệp này là {found}. Hãy chọn tệp khác.', 'Only PDF, JPEG and PNG are accepted; this file is {found}. Choose another.'),
  'file.empty': problem(422, 'Tệp trống hoặc không đọc được. Hãy chụp hoặc quét lại.', 'The file is empty or cannot be read. Scan it again.'),
  'file.locked': problem(422, 'Tệp PDF bị khóa bằng mật khẩu nên không mở được. Hãy bỏ mật khẩu rồi gửi lại.', 'The PDF is locked with a password and cannot be opened. Remove the password and send it again.'),
  'file.no-space': problem(507, 'Ổ đĩa lưu trữ đã đầy. Không có gì bị ghi dở dang; hãy báo người quản trị.', 'The storage disk is full. Nothing was left half done; tell the administrator.'),
  // papers
  'paper.form-unknown': problem(500, 'Không có mẫu giấy tờ nào tên là "{form}". Hãy báo người quản trị.', 'There is no paper form "{form}". Tell the administrator.'),
  'paper.value-missing': problem(422, 'Chưa thể lập giấy tờ vì thiếu thông tin: {path}. Hãy bổ sung rồi thử lại.', 'The paper cannot be made because a value is missing: {path}. Add it and try again.'),
} as const satisfies Record<string, Problem>;

export type ProblemCode = keyof typeof PROBLEMS;
