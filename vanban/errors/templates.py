"""Word templates, and what is put into them.

::

    DataError
    ├── NoCertificateStock     the office has described no blank certificates
    ├── NoMergeFields          a letter without the fields of a mail merge
    ├── TemplateMissing        a kind without its template
    └── TemplateFault          a Word template, or what is put into it
        ├── UnusableTemplate   no Word document that can be filled in
        ├── BrokenTag          a tag that cannot be understood
        ├── ForbiddenTag       a tag that a template may not use
        ├── HazardousTemplate  revision marks, or fields that fetch or change
        ├── MissingField       a field that the data do not have
        ├── UnfilledTemplate   what breaks while the template is filled in
        ├── UnsoundDocument    the file that comes out is damaged or not complete
        ├── TemplateStopped    the program itself stops over it
        ├── UncarriedValue     a value with characters that Word cannot carry
        └── LongProperty       a file property longer than Word takes
"""

from __future__ import annotations

from vanban.errors.base import DataError


class NoCertificateStock(DataError):
    """The office has not said where the words stand on its blank certificates."""

    sentence = "Chưa khai phôi giấy khen nên không có gì để căn chỉnh."
    remedy = "Hãy khai các dòng in lên phôi trong office/certificate_stock.yaml (xem docs/tra-cuu-du-lieu.md)."


class NoMergeFields(DataError):
    """A letter that is to become a paper of one's own has no field that a mail merge fills."""

    sentence = "Tệp “{name}” không có trường trộn thư (MERGEFIELD) nào."
    remedy = (
        "Hãy chọn thư gốc đã chèn trường bằng Mailings, Insert Merge Field (chưa trộn); "
        "với thư thường thì dùng --columns rồi sửa mẫu."
    )


class TemplateMissing(DataError):
    """Neither the workspace nor the program has a template of that kind."""

    sentence = "Không có mẫu Word của văn bản “{kind}”."
    remedy = "Hãy đặt mẫu vào “{path}”, hoặc cài đặt lại chương trình."


class TemplateFault(DataError):
    """A Word template, or what is put into it, is wrong."""


class UnusableTemplate(TemplateFault):
    """A Word file that cannot be filled in."""

    sentence = "Mẫu “{name}” không dùng được: {detail}."
    remedy = "Hãy mở mẫu bằng Word, lưu lại kiểu “Word Document (*.docx)” rồi thử lại."


class BrokenTag(TemplateFault):
    """A tag that cannot be understood."""

    sentence = "Mẫu “{name}”, {where}: {detail}."
    remedy = "{hint}"


class ForbiddenTag(TemplateFault):
    """A tag that a template may not use: it runs code, changes data or uses up the machine."""

    sentence = "Mẫu “{name}”, {where}, dùng cú pháp không được phép: {detail}."
    remedy = "Hãy bỏ phần đó; mẫu chỉ in chỗ điền, lặp (for), xét điều kiện (if) và dùng các bộ lọc được phép."


class HazardousTemplate(TemplateFault):
    """Revision marks, or fields that fetch other files or change by the day."""

    sentence = "Mẫu “{name}”, {where}: {detail}."
    remedy = "{hint}"


class MissingField(TemplateFault):
    """The template prints a field that the data do not have."""

    sentence = "Mẫu “{name}”, {where}, có chỗ điền “{field}” mà dữ liệu không có{others}."
    remedy = "Hãy sửa tên chỗ điền trong mẫu theo danh sách của “vanban template fields”, hoặc bổ sung dữ liệu."


class UnfilledTemplate(TemplateFault):
    """Something breaks while the template is filled in."""

    sentence = "Mẫu “{name}”, {where}, không điền được: {detail}."
    remedy = "Hãy sửa đoạn đó trong mẫu, hoặc dữ liệu mà nó dùng."


class UnsoundDocument(TemplateFault):
    """What comes out of the template is no sound Word file."""

    sentence = "Mẫu “{name}”, {where}, cho ra tệp hỏng hoặc chưa xong: {detail}. Không ghi tệp đó."
    remedy = (
        "Hãy sửa chỗ đó trong dữ liệu nếu chữ ấy do dữ liệu ghi, còn không thì sửa trong mẫu; "
        "“vanban template lint” chỉ ra lỗi của mẫu."
    )


class TemplateStopped(TemplateFault):
    """The program stopped over a template for a reason that it does not know."""

    sentence = "Mẫu “{name}” làm chương trình dừng khi lập “{document}”; các văn bản của mẫu khác không bị ảnh hưởng."
    remedy = "Hãy dùng lại mẫu đi kèm; gửi mẫu và tệp “{log}” cho người giữ phần mềm."


class UncarriedValue(TemplateFault):
    """A value holds characters that a Word file cannot carry unchanged."""

    sentence = "Mẫu “{name}”: chỗ điền “{field}” có ký tự mà tệp Word không giữ nguyên được: “{value}”."
    remedy = "Hãy xóa ký tự đó trong dữ liệu rồi chạy lại."


class LongProperty(TemplateFault):
    """A file property is longer than the 255 characters that Word takes."""

    sentence = "Mẫu “{name}”: thuộc tính tệp “{property}” dài {length} ký tự, quá 255 ký tự mà Word nhận."
    remedy = "Hãy rút ngắn thuộc tính đó trong mẫu (Word: File, Info), ví dụ {{{{ heading.subject|truncate(250) }}}}."
