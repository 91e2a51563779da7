# image: python
