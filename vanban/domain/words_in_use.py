"""Words that tell a slip of typing from a word of another tongue: syllables of the law's own texts, loan words, slips.

The syllables are those with a sign or a tone that stand three times or more in Nghị định 30/2020/NĐ-CP, its appendices
and Luật Thi đua, khen thưởng 06/2022/QH15 (texts of the law are in the public domain).
"""

from __future__ import annotations

from typing import Final


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


COMMON_SYLLABLES: Final = _set(
    """
    biên biến biết biển biểu biện biệt bà bàn bày bác báo bão bên bì bìa bình bí bưu bước bạch bản bảng bảo bầu bậc
    bắc bắt bằng bến bề bệnh bị bỏ bố bốn bồi bổ bộ chiến chiều chuyên chuyển chuẩn chánh chí chính chú chúng chăm
    chưa chương chấm chấp chất chậm chế chỉ chỉnh chịu chọn chống chụp chủ chủng chức chứng chữ cuối cuộc cá các
    cách cái cán cáo cân câu còn có công cùng căn cơ cư cả cảm cảnh cấp cấu cần cầu cập cậy cỏ cố cống cộng cột cờ
    cỡ cụ cục cụm của củng cứ cứu cửa cực diễn diện duyệt dài dày dân dòng dõi dùng dĩnh dũng dưới dưỡng dạng dạy
    dấu dẫn dễ dịch dịp dối dụ dục dụng dữ dự dựng giàu giá giám gián giáo giáp giây giúp giả giải giảng giấy giới
    giờ giữ giữa gìn góc góp gương gạch gọi gọn gốc gồm gửi hiến hiển hiểu hiện hiệu hoà hoàn hoạ hoạch hoạt hoả
    hoặc huyền huyện huân huấn hà hàm hàng hành hán hình hòa hóa hùng hơn hướng hưởng hạ hạn hạng hạnh hải hằng hết
    hệ họ họa học họp hỏa hỏi hồ hồi hộ hội hợp hủy hữu khiếu khoản khoảng khuyến khác khái kháng khánh khích khó
    khóa không khăn khả khẩn khắc khối khổ kiếm kiến kiểm kiểu kiệm kiện kèm kéo kê kích kính ký kẻ kế kết kể kịp kỳ
    kỷ kỹ liên liền liệt liệu loại luyện luận luật là làm lành lâu lãng lãnh lê lên lò lùi lý lăm lĩnh lưu lương
    lược lượng lượt lại lấy lần lập lề lễ lệ lệnh lịch lối lớn lời lợi lục lụt lựa lực mà màu mã mép mét mình mô môi
    môn múi mưu mươi mạng mạnh mẫu mật mặt mẹ mến mọi mỗi mộ một mới mời mở mục mức mực mỹ nghiên nghiêng nghiệm
    nghiệp nghìn nghĩa nghề nghệ nghỉ nghị ngoài ngoại nguyên nguyễn nguyện nguồn ngành ngày ngân ngã ngô ngôn người
    ngắn ngữ nhiều nhiệm nhà nhân nhì nhóm nhũng như nhưng nhất nhận nhập nhật nhằm nhỏ nhớ những niên niệm nuôi nào
    này nâng nét nêu nông năm năng nơi nước nại nạn nặng nếu nền nối nội nộp nữ phiên phiếu pháp phát phân phép phê
    phí phía phòng phó phông phù phú phúc phút phương phường phạm phạt phải phản phần phẩm phẩy phận phố phối phổ
    phụ phục phủ quyết quyền quá quán quân quý quả quản quận quốc quỹ riêng ràng rãi rõ rập rộng soát soạn suất suốt
    sàng sách sáng sát sót sông sĩ sơ sư sạch sản sắc sắp sẵn số sống sổ sở sức sử sửa sự thiết thiểu thiện thiệu
    thoại thuận thuật thuốc thuộc thành thái tháng thân thêm thì thích thôn thông thúc thư thương thước thường
    thưởng thượng thảo thất thần thầy thẩm thập thắng thế thể thị thỏa thống thổ thời thủ thứ thức thừa thực tiên
    tiêu tiến tiếng tiếp tiết tiền tiểu tiện toàn toán triều triển triệu truyền trào trách trái trân trên trì trình
    trí trích trò tròn trùm trương trước trường trưởng trạng trả trấn trần trận trật trị trọng trở trợ trụ trừ trữ
    trực tuyên tuyệt tài tác tám tâm tân tên tìm tình tích tính tòa tóm tôn tù tú tư tương tước tướng tưởng tượng
    tại tạo tạp tả tấm tất tầng tận tập tắc tắt tặng tế tết tệp tỉnh tịch tọa tố tốc tối tốt tổ tổng tộc tội tới tờ
    tục tụy từ từng tử tự tỷ uỷ viên viết viền viễn việc viện việt và vàm vàng vào vì ví vùng văn vĩnh vũ vũng vượt
    vấn vật vắng vẹn vẻ về vệ vị với vụ vững vực xuyên xuất xuống xác xây xã xét xương xếp xử yêu yếu án ánh áp âm
    ích ít ông đa đai đang đen đi điền điều điểm điển điện đoàn đoạn đua đào đán đánh đáp đây đã đình đích đính đó
    đóng đô đôn đông đúng đăng đơn đương đường được đại đạo đạt đảm đảng đảo đất đấu đầu đầy đẩy đậm đẳng đặc đặt
    đẹp đến đề để địa định đỏ đốc đối đồ đồng đổi độ độc đội động đột đời đỡ đủ đức đứng ưu ương ảnh ổn ủy ứng
    """
)

LOAN_WORDS: Final = _set(
    """
    axit axít aóc bahnar bana bazơ blao boócđi boócđô brâu brôm bâhnar bêtông cacbon canxi chơro chứt clo cm²đ
    compôzit càphê càrốt cácbon cátsét cátxét côn côngtennơ côngtenơ cơho cơtu ede flo ghen ghisê ghiđông giarai
    gien glucô gluxit hiđrô hmông hyđrô hêli h’mông iot iốt ka-ra-ô-kê kali karaôkê kilôgam kilômét klông krông
    kílômét kơ kơho kơnia kẽm lipit mnông máctê mêtan mêtrô mông môtô mếttrô natri nitơ noọng oxit oxy ozon pianô
    plây prôtit prôtêin pêđan pôlime pôlyetylen pôlyme pơ pơlang pơmu quắcxít raglai rađa rađi rađiô rơmăm sêri
    sôcôla tuabin tuốcbin tấc urani vitamin viôlông vácxin vônfram văcxin vắc vắcxin xekm ximăng xêri xêđăng xíchlô
    xôviết xơđăng ápphích ápxe ê-đê êtan êtylic êđê ôkê ôtô ôtôbuýt ôxi ôxy ôxít ôzôn ăngten đinamô đoócđi đrây đôla
    coóc goòng moóc toòng voọc đôping đăngten đăngxinh ốc-xít ốptimét ốtxtrâylia ờ ừm
    """
)
"""Loan words and names of peoples that are written in one piece, or with letters that no syllable has."""

FOREIGN_WORDS: Final = _set(
    """
    add adds ads are as bar bars bass bear beef been best bids bits book books boots boss box bug bus cafe car card
    care cars cash cast cds cell chef cook cooks core cost crowd cs dds dear deed deep door dos down dvd east ebook
    ex exit fax feed feeds fees few flow follow food foods foot for free from fs gas gear get gets go goes golf good
    goods gps green grow has here his hors host hot how http https if interview ipods is item its jazz kaki keep
    keeps know law laws less list lists logs look looks loop loops lost low max meet meets meter mix moon mops more
    most ms must needs network new news newsletter noon nor now odd of off ok oop or os our own owner owners owns
    pass past per pin pizza plus pods poor pos post power powers ps pure raw review reviews roof room rooms root
    roots row rows rs rust saw scan school see seem seen sensor sets sex sheet sheets show shows six slow snow soon
    sos spa star start stem street tax taxi teen term test tests text than that their these this those three threes
    tomorrow too took tool tools tour tower town tree trust ts us usb user users view views virus vs was wax web
    week weeks window windows wow xray zoom
    """
)
"""Words of other tongues that Vietnamese papers keep as they are, and that Telex keys would turn into a syllable."""

MISSPELLINGS: Final = (
    ("sát nhập", "sáp nhập"),
    ("xát nhập", "sáp nhập"),
    ("bổ xung", "bổ sung"),
    ("xử dụng", "sử dụng"),
    ("sữ dụng", "sử dụng"),
    ("xúc tích", "súc tích"),
    ("thăm quan", "tham quan"),
    ("chuẩn đoán", "chẩn đoán"),
    ("vô hình chung", "vô hình trung"),
    ("tựu chung", "tựu trung"),
    ("đọc giả", "độc giả"),
    ("sơ xuất", "sơ suất"),
    ("xuất xắc", "xuất sắc"),
    ("suất sắc", "xuất sắc"),
    ("suất xắc", "xuất sắc"),
    ("sắc xuất", "xác suất"),
    ("khắc khe", "khắt khe"),
    ("chia xẻ", "chia sẻ"),
    ("chấn chĩnh", "chấn chỉnh"),
    ("chỉnh chu", "chỉn chu"),
    ("sẳn sàng", "sẵn sàng"),
    ("sẵng sàng", "sẵn sàng"),
    ("đãm bảo", "đảm bảo"),
    ("đảm bão", "đảm bảo"),
    ("bảo đãm", "bảo đảm"),
    ("hổ trợ", "hỗ trợ"),
    ("hỗ trự", "hỗ trợ"),
    ("mủi nhọn", "mũi nhọn"),
    ("kiễm tra", "kiểm tra"),
    ("giãi quyết", "giải quyết"),
    ("giãi pháp", "giải pháp"),
    ("quãn lý", "quản lý"),
    ("quyết đinh", "quyết định"),
    ("quy đinh", "quy định"),
    ("nghị đinh", "nghị định"),
    ("hành chánh", "hành chính"),
    ("tài chánh", "tài chính"),
    ("chánh sách", "chính sách"),
    ("chánh quyền", "chính quyền"),
    ("phòng chóng", "phòng chống"),
    ("hiệu quã", "hiệu quả"),
    ("kết quã", "kết quả"),
    ("kế hoach", "kế hoạch"),
    ("kế hoặch", "kế hoạch"),
    ("tổ chứt", "tổ chức"),
    ("thực hiên", "thực hiện"),
    ("thực hiệp", "thực hiện"),
    ("triễn khai", "triển khai"),
    ("phát triễn", "phát triển"),
    ("tuyên truyên", "tuyên truyền"),
    ("tuyên truyển", "tuyên truyền"),
    ("trách nhiêm", "trách nhiệm"),
    ("nhiêm vụ", "nhiệm vụ"),
    ("nghiêp vụ", "nghiệp vụ"),
    ("khen thưỡng", "khen thưởng"),
    ("danh hiêu", "danh hiệu"),
    ("thành tích xuất sác", "thành tích xuất sắc"),
    ("nhân dip", "nhân dịp"),
    ("dử liệu", "dữ liệu"),
    ("lảnh đạo", "lãnh đạo"),
    ("lãnh đao", "lãnh đạo"),
    ("ủng hổ", "ủng hộ"),
    ("củng như", "cũng như"),
    ("bổ nhiêm", "bổ nhiệm"),
    ("miển giảm", "miễn giảm"),
    ("miển nhiệm", "miễn nhiệm"),
    ("nghĩ hưu", "nghỉ hưu"),
    ("nghĩ phép", "nghỉ phép"),
    ("nghĩ lễ", "nghỉ lễ"),
    ("đề nghỉ", "đề nghị"),
    ("suy nghỉ", "suy nghĩ"),
    ("ý nghỉa", "ý nghĩa"),
    ("kỷ năng", "kỹ năng"),
    ("kỷ thuật", "kỹ thuật"),
    ("kỹ luật", "kỷ luật"),
    ("kỹ niệm", "kỷ niệm"),
    ("kỹ cương", "kỷ cương"),
    ("thế kỹ", "thế kỷ"),
    ("tỉ mĩ", "tỉ mỉ"),
    ("xữ lý", "xử lý"),
    ("xữ phạt", "xử phạt"),
    ("cữ tri", "cử tri"),
    ("bầu cữ", "bầu cử"),
    ("cãi cách", "cải cách"),
    ("cãi thiện", "cải thiện"),
    ("cãi tạo", "cải tạo"),
    ("gãi quyết", "giải quyết"),
    ("rỏ ràng", "rõ ràng"),
    ("làm rỏ", "làm rõ"),
    ("ghi rỏ", "ghi rõ"),
    ("đầy đũ", "đầy đủ"),
    ("tiêu chuẫn", "tiêu chuẩn"),
    ("chuẫn bị", "chuẩn bị"),
    ("bồi dưởng", "bồi dưỡng"),
    ("ảnh hưỡng", "ảnh hưởng"),
    ("tăng trưỡng", "tăng trưởng"),
    ("trưỡng phòng", "trưởng phòng"),
    ("hưởng ứn", "hưởng ứng"),
    ("dể dàng", "dễ dàng"),
    ("chử ký", "chữ ký"),
    ("chử viết", "chữ viết"),
    ("giử gìn", "giữ gìn"),
    ("giử vững", "giữ vững"),
    ("gìn giử", "gìn giữ"),
    ("sữa chữa", "sửa chữa"),
    ("sữa đổi", "sửa đổi"),
    ("sửa chửa", "sửa chữa"),
    ("nổ lực", "nỗ lực"),
    ("mở rông", "mở rộng"),
    ("dân chũ", "dân chủ"),
    ("gương mẩu", "gương mẫu"),
    ("biểu mẩu", "biểu mẫu"),
    ("mâu thuẩn", "mâu thuẫn"),
    ("hướng dẩn", "hướng dẫn"),
    ("lẩn nhau", "lẫn nhau"),
    ("vẩn còn", "vẫn còn"),
    ("đẩy mạn", "đẩy mạnh"),
    ("thẫm quyền", "thẩm quyền"),
    ("thẫm định", "thẩm định"),
    ("khẫn trương", "khẩn trương"),
    ("phẫm chất", "phẩm chất"),
    ("sản phẫm", "sản phẩm"),
    ("thực phẫm", "thực phẩm"),
    ("kiểm điễm", "kiểm điểm"),
    ("địa điễm", "địa điểm"),
    ("thời điễm", "thời điểm"),
    ("cụ thễ", "cụ thể"),
    ("tập thễ", "tập thể"),
    ("đoàn thễ", "đoàn thể"),
    ("trễ em", "trẻ em"),
    ("cỗ phần", "cổ phần"),
    ("cỗ động", "cổ động"),
    ("lẽ tẻ", "lẻ tẻ"),
    ("riêng lẽ", "riêng lẻ"),
    ("san sẽ", "san sẻ"),
    ("chia sẽ", "chia sẻ"),
    ("mạnh mẻ", "mạnh mẽ"),
    ("sạch sẻ", "sạch sẽ"),
    ("chặt chẻ", "chặt chẽ"),
    ("vui vẽ", "vui vẻ"),
    ("bình đẵng", "bình đẳng"),
    ("khẵng định", "khẳng định"),
    ("trãi qua", "trải qua"),
    ("rộng rải", "rộng rãi"),
    ("bảo vê", "bảo vệ"),
    ("xắp xếp", "sắp xếp"),
    ("sắp sếp", "sắp xếp"),
    ("sử lý", "xử lý"),
    ("giành thời gian", "dành thời gian"),
    ("trao dồi", "trau dồi"),
    ("cọ sát", "cọ xát"),
    ("dư giả", "dư dả"),
    ("câu truyện", "câu chuyện"),
    ("đề suất", "đề xuất"),
    ("sản suất", "sản xuất"),
    ("suất phát", "xuất phát"),
    ("xuất sứ", "xuất xứ"),
    ("năng xuất", "năng suất"),
    ("hiệu xuất", "hiệu suất"),
    ("xâu sắc", "sâu sắc"),
    ("xáng tạo", "sáng tạo"),
    ("xinh hoạt", "sinh hoạt"),
    ("rà xoát", "rà soát"),
    ("kiểm xoát", "kiểm soát"),
    ("giám xát", "giám sát"),
    ("khảo xát", "khảo sát"),
    ("quan xát", "quan sát"),
    ("chân trọng", "trân trọng"),
    ("trân thành", "chân thành"),
    ("trú trọng", "chú trọng"),
    ("dữ gìn", "giữ gìn"),
    ("giúp đở", "giúp đỡ"),
    ("nổi bậc", "nổi bật"),
    ("soạn thão", "soạn thảo"),
    ("dự thão", "dự thảo"),
    ("dao thông", "giao thông"),
    ("giao động", "dao động"),
    ("bàn dao", "bàn giao"),
)
"""Common slips and what was meant; only those that no context makes right."""

NEVER_TWICE: Final = _set(
    "các của và là những đã sẽ hoặc để với này mà nếu được cũng phải về khi cho rằng nhưng vì"
) | {
    "thực hiện", "nhiệm vụ", "về việc", "trách nhiệm", "trên địa bàn", "theo quy định", "phối hợp", "thời gian",
    "kết quả", "căn cứ", "ủy ban nhân dân", "hội đồng nhân dân",
}  # fmt: skip
"""Words that no sentence repeats side by side; most others may (“tổ chức chức năng”, “hiện tại tại”)."""
