"""Creates renditions: with EXIF orientation applied, without metadata, one at a time."""
