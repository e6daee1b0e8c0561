"""The ``vanban`` command: its options, its commands, and where every error of a command line ends."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Final, NamedTuple, NoReturn

import click
from click.exceptions import NoArgsIsHelpError

from vanban.cli.refusal import refuse
from vanban.cli.terminal import say
from vanban.cli.vietnamese import CommandGroup, mistake
from vanban.errors import Stopped, TooLittleMemory, VanbanError


class _Listed(NamedTuple):
    """The module of this package that holds a command, and what the help of the program says of it."""

    module: str
    help: str


_COMMANDS: Final = {
    "new": _Listed("new", "Tạo thư mục làm việc mới của cơ quan, hoặc từ bộ dữ liệu mẫu."),
    "new-year": _Listed(
        "new_year", "Sang năm mới: lập dữ liệu của một năm từ năm gần nhất trước đó, đề xuất ngày để xác nhận."
    ),
    "open": _Listed("open", "Mở trang làm việc trong trình duyệt, chỉ trên máy này."),
    "check": _Listed("check", "Đọc và kiểm tra dữ liệu của một năm, báo mọi chỗ sai cùng một lúc."),
    "kit": _Listed("kit", "Lập các phiếu Excel để gửi các đơn vị điền, và cho các bảng của cơ quan, của năm."),
    "take": _Listed("take", "Nhận phiếu các đơn vị gửi về: xem chỗ khác, rồi ghi vào các bảng của năm."),
    "convert": _Listed("convert", "Đổi tệp phông cũ (.VnTime, VNI, VIQR, dấu rời, Ð) sang Unicode, vào một tệp mới."),
    "text": _Listed("text", "Lời văn của các văn bản: đưa ra Word để sửa, lấy từ Word vào."),
    "show": _Listed("show", "Hiện một tệp Word thành dàn ý đọc được: kiểu, canh lề, cỡ chữ, nội dung, bảng."),
    "build": _Listed("build", "Lập văn bản của một năm vào thư mục output (mặc định: mọi loại, năm mới nhất)."),
    "issue": _Listed("issue", "Cấp số, ngày cho văn bản đã ký, lưu vào kho lưu trữ và vào sổ."),
    "void": _Listed("issue", "Hủy một số: dòng trong sổ ở lại cùng lý do, số không bao giờ dùng lại."),
    "replace": _Listed(
        "issue", "Ban hành bản mới thay thế một văn bản đã ban hành; hai văn bản dẫn tới nhau trong sổ."
    ),
    "correct": _Listed(
        "issue",
        "Ban hành công văn đính chính một văn bản đã ban hành (ghi trong tệp Công văn, letters.yaml).",
    ),
    "recall": _Listed(
        "issue", "Ban hành công văn thu hồi một văn bản đã ban hành (ghi trong tệp Công văn, letters.yaml)."
    ),
    "recover": _Listed(
        "issue", "Làm nốt những gì lần ban hành bị ngắt để lại; lập lại sổ từ kho lưu trữ nếu sổ mất hoặc hỏng."
    ),
    "sign-copy": _Listed(
        "dossier", "Lưu bản đã ký (bản quét, hoặc PDF ký số) bên cạnh bản gốc của văn bản đã ban hành."
    ),
    "register": _Listed("register_safety", "Sổ đăng ký văn bản đi: xem, tìm, xuất, in, mở, nhập sổ cũ."),
    "dossier": _Listed("dossier", "Hồ sơ: mở, thêm văn bản, kết thúc, liệt kê, in các mẫu của Phụ lục V."),
    "archive": _Listed("dossier", "Kho lưu trữ: xuất và nhận gói của một năm, một hồ sơ."),
    "backup": _Listed("backup", "Sao lưu mọi thứ không làm lại được vào một thư mục ở ổ đĩa khác."),
    "restore": _Listed("backup", "Lập lại thư mục làm việc từ bản sao lưu, trên máy này hoặc máy mới."),
    "verify": _Listed("verify", "Đối chiếu sổ, kho lưu trữ và các bản đã ban hành; nêu từng chỗ hỏng kèm số văn bản."),
    "proofread": _Listed(
        "proofread", "Soát tệp Word bất kỳ theo Nghị định 30/2020/NĐ-CP: điều khoản, chỗ sai, cách sửa."
    ),
    "proof": _Listed(
        "proof",
        "Đọc lại các tệp Word đã lập của một năm và so họ tên, số liệu, ngày giữa chúng.",
    ),
    "print": _Listed("print", "Tính số tờ giấy A4, A3 cần in cho từng nơi nhận, và số phôi giấy khen."),
    "template": _Listed("template", "Xem, sửa và kiểm tra các mẫu Word."),
    "paper": _Listed("paper", "Thêm văn bản riêng của cơ quan: mẫu Word, bảng Excel, bản mô tả."),
    "province": _Listed("province", "Làm một việc ở mọi cơ quan trong một thư mục, trên máy này hoặc nhiều máy."),
    "law": _Listed("law", "Xem và cập nhật các quy định mà chương trình áp dụng."),
}
"""In the order of the help; each module holds its commands under their own names."""


class Program(CommandGroup):
    """Loads a command when it is asked for: all of them with their libraries take longer than most have to do."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        module = import_module(f"vanban.cli.{_COMMANDS[cmd_name].module}")
        command = getattr(module, f"{cmd_name}_", None) or getattr(module, cmd_name.replace("-", "_"))
        assert isinstance(command, click.Command)
        return command

    def listed(self) -> list[tuple[str, str]]:
        """Every command and what the help of the program says of it: the first sentence of its own help."""
        return [(name, listed.help) for name, listed in _COMMANDS.items()]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Lệnh"):
            formatter.write_dl(self.listed())


@click.group(cls=Program, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="vanban", message="vanban %(version)s", help="Hiện phiên bản rồi thoát.")
def cli() -> None:
    """Lập toàn bộ văn bản thi đua, khen thưởng của một năm từ một bộ dữ liệu, đúng thể thức Nghị định 30/2020/NĐ-CP."""


def main(arguments: list[str]) -> NoReturn:
    """Run one command line; every error becomes a Vietnamese sentence, or JSON where asked for, and an exit code."""
    try:
        sys.exit(cli.main(arguments, prog_name="vanban", standalone_mode=False) or 0)
    except NoArgsIsHelpError as error:
        say(error.ctx.get_help() if error.ctx else error.message, err=True)
        sys.exit(error.exit_code)
    except click.UsageError as error:
        refuse(mistake(error), arguments)
    except VanbanError as error:
        refuse(error, arguments)
    except MemoryError:
        refuse(TooLittleMemory(), arguments)
    except (click.Abort, KeyboardInterrupt):
        refuse(Stopped(), arguments)
