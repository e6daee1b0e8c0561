"use strict";
// The page that is seen while the office is read: it asks once, is answered when all is ready, and shows what was asked.

fetch("/dang-mo").finally(() => location.reload());
