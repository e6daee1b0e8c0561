"""Let a group of the machine's users work on one workspace: the group that ``office.yaml`` names."""

from __future__ import annotations

import sys
from pathlib import Path

from vanban import durable
from vanban.domain.office import Office
from vanban.errors import GroupUnfit
from vanban.workspace import Workspace

if sys.platform != "win32":
    import grp


def share(workspace: Workspace, office: Office) -> None:
    """Give the workspace to the office's group, where it names one: what is there, and what will be made in it.

    What is shared already costs a look at four folders. On Windows the rights of the folder decide. Raises
    :class:`GroupUnfit`.
    """
    if sys.platform != "win32" and office.shared_group:
        try:
            group = grp.getgrnam(office.shared_group).gr_gid
        except KeyError as error:
            raise GroupUnfit(group=office.shared_group, reason="máy không có nhóm ấy") from error
        for folder in filter(Path.is_dir, workspace.shared_folders):
            try:
                durable.share(folder, group, below=folder != workspace.root)
            except PermissionError as error:
                reason = f"không đổi được quyền của “{error.filename or folder}”"
                raise GroupUnfit(group=office.shared_group, reason=reason) from error
