"""What is done with articles: taken in, read, and their pictures kept."""

from newsclip.articles.actions.admission import admit, admit_all
from newsclip.articles.actions.pictures import PictureResult, keep_pictures
from newsclip.articles.actions.reading import ReadResult, read

__all__ = ["PictureResult", "ReadResult", "admit", "admit_all", "keep_pictures", "read"]
