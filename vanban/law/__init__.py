"""Turn the texts of the law into data with article, source and dates, and small pure functions over it."""
